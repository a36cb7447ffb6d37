/** Stored reports read again by a newer reader: a preview of what would change, and the switch when it is wanted. */
@NullMarked
package org.tocsin.ingest.rereading;

import org.jspecify.annotations.NullMarked;
