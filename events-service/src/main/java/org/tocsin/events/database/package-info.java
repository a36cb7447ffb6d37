/** Speaking SQL. */
@NullMarked
package org.tocsin.events.database;

import org.jspecify.annotations.NullMarked;
