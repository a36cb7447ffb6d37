/** Names compared with the names of sanctions lists: pure, without a database. */
@NullMarked
package org.tocsin.events.sanctions.matching;

import org.jspecify.annotations.NullMarked;
