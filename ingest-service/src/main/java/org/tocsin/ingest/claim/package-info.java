/** What one sentence of a report says happened: the values that the reading makes. Pure, nothing of Quarkus. */
@NullMarked
package org.tocsin.ingest.claim;

import org.jspecify.annotations.NullMarked;
