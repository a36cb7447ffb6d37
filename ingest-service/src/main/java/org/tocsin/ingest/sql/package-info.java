/** Plain SQL where the query matters, queues and batches, and what stands in its columns. */
@NullMarked
package org.tocsin.ingest.sql;

import org.jspecify.annotations.NullMarked;
