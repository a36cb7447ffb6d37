/** Which report is a near copy of which: pure functions over texts and what was read in them. */
@NullMarked
package org.tocsin.ingest.copy;

import org.jspecify.annotations.NullMarked;
