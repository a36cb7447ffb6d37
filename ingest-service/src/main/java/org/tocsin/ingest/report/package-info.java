/** Reports as received: checked, stored once, corrected, retracted. */
@NullMarked
package org.tocsin.ingest.report;

import org.jspecify.annotations.NullMarked;
