/** Fetches the files of sanctions lists from their publishers and passes them on as they are. */
@NullMarked
package org.tocsin.ingest.lists;

import org.jspecify.annotations.NullMarked;
