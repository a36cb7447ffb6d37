/** Reads the files that publishers of sanctions lists hand out. Pure: bytes in, entries or a reason out. */
@NullMarked
package org.tocsin.events.sanctions.format;

import org.jspecify.annotations.NullMarked;
