/** Measuring the reader against files of read sentences. */
@NullMarked
package org.tocsin.ingest.claim.eval;

import org.jspecify.annotations.NullMarked;
