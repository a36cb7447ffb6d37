/** Who holds a place, how sure that is, and why: a pure function of what is recorded on it. */
@NullMarked
package org.tocsin.events.control;

import org.jspecify.annotations.NullMarked;
