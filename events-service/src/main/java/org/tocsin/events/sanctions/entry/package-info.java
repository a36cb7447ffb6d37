/** What every sanctions list comes down to: entries with names, programmes and dates. */
@NullMarked
package org.tocsin.events.sanctions.entry;

import org.jspecify.annotations.NullMarked;
