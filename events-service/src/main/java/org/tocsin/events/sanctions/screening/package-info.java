/** Names screened against the sanctions lists, and the record of it. */
@NullMarked
package org.tocsin.events.sanctions.screening;

import org.jspecify.annotations.NullMarked;
