/** Names compared with the names of sanctions lists: pure, without a database. */
@NullMarked
package org.tocsin.events.sanctions.screening;

import org.jspecify.annotations.NullMarked;
