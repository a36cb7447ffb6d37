/** All control computed anew from what is recorded: a preview of what would change, and the change when it is wanted. */
@NullMarked
package org.tocsin.events.rebuild;

import org.jspecify.annotations.NullMarked;
