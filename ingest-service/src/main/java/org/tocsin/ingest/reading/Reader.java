package org.tocsin.ingest.reading;

import org.tocsin.ingest.claim.Reading;
import org.tocsin.ingest.claim.Text;

/** Reads claims. Safe for use by many threads. */
@FunctionalInterface
interface Reader {
    Reading read(Text text);
}
