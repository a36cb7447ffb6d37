/** Plain SQL where the query matters: queues and batches. */
@NullMarked
package org.tocsin.ingest.sql;

import org.jspecify.annotations.NullMarked;
