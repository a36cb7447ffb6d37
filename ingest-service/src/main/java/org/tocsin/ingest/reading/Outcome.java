package org.tocsin.ingest.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.copy.Story;

/**
 * What came of reading one report.
 *
 * @param language null when it could not be read
 * @param claims in the order of the text
 * @param story what it is compared with other reports by; null when it could not be read
 * @param failure why it could not be read, or null
 */
public record Outcome(
        QueuedReport report,
        @Nullable String language,
        List<ClaimBody> claims,
        @Nullable Story story,
        @Nullable String failure) {
    public Outcome {
        claims = List.copyOf(claims);
    }

    static Outcome read(QueuedReport report, String language, List<ClaimBody> claims, Story story) {
        return new Outcome(report, language, claims, story, null);
    }

    static Outcome unreadable(QueuedReport report, String failure) {
        return new Outcome(report, null, List.of(), null, failure);
    }

    String status() {
        return failure == null ? "READ" : "UNREADABLE";
    }
}
