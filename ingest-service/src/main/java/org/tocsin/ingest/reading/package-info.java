/** The queue of reports to be read, the workers that read them, and what was read. */
@NullMarked
package org.tocsin.ingest.reading;

import org.jspecify.annotations.NullMarked;
