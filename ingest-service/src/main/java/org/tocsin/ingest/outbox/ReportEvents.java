package org.tocsin.ingest.outbox;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All that a report says, as {@code PUT /reports/{id}/events} of events-service takes it.
 *
 * @param revision counts corrections and retractions, from 1
 * @param reading counts the readings of this revision, from 1
 * @param live false for reports of the past and for what was read again, which are recorded and do not ring
 * @param events the claims as they are stored, a JSON array; empty takes everything back
 * @param copyLinks links of other reports that changed because of this one, a JSON array of {@code report}, {@code copyOf} and {@code version}
 */
@RegisterForReflection
record ReportEvents(
        Facts report,
        int revision,
        int reading,
        String readerVersion,
        boolean live,
        @JsonRawValue String events,
        @JsonRawValue String copyLinks) {

    /**
     * The report itself.
     *
     * @param language as read, {@code und} when it cannot be told
     * @param copyOf the report of which this one is a near copy
     * @param copyVersion counts how often that changed, from 0
     */
    @RegisterForReflection
    record Facts(
            String publisher,
            String title,
            @Nullable String url,
            Instant publishedAt,
            String language,
            @Nullable String copyOf,
            int copyVersion) {}
}
