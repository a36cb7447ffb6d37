/** Standing of a holder per list. */
@NullMarked
package org.tocsin.events.sanctions;

import org.jspecify.annotations.NullMarked;
