/** ingest-service: reports in, claims read, events sent on. */
@NullMarked
package org.tocsin.ingest;

import org.jspecify.annotations.NullMarked;
