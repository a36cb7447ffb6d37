/** What was read goes to events-service: one call per report and revision, repeated until it is answered. */
@NullMarked
package org.tocsin.ingest.outbox;

import org.jspecify.annotations.NullMarked;
