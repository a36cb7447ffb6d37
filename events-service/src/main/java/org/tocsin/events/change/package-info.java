/** What the difference between two beliefs is, told as a feed. */
@NullMarked
package org.tocsin.events.change;

import org.jspecify.annotations.NullMarked;
