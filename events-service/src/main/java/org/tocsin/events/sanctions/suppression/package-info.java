/** What analysts said of candidates of screenings: not the one. */
@NullMarked
package org.tocsin.events.sanctions.suppression;

import org.jspecify.annotations.NullMarked;
