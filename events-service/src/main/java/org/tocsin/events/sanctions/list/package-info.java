/** Versions of sanctions lists: received, read, judged, taken, and what each altered. */
@NullMarked
package org.tocsin.events.sanctions.list;

import org.jspecify.annotations.NullMarked;
