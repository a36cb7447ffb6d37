/** Places: what is known of them, and the shape in which others show them. */
@NullMarked
package org.tocsin.events.place;

import org.jspecify.annotations.NullMarked;
