package org.tocsin.ingest.link;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.copy.Story;

/**
 * A report among those that may be copies of each other.
 *
 * @param sequence in which order it arrived
 * @param copyOf the report that it is linked to
 * @param fingerprints what it is found by
 */
record Member(UUID report, long sequence, @Nullable UUID copyOf, Story story, List<Long> fingerprints) {
    /** Which of two is the first: the one published first, and of one moment that which arrived first. */
    static final Comparator<Member> ORDER =
            Comparator.comparing(Member::publishedAt).thenComparing(Member::sequence);

    Instant publishedAt() {
        return story.publishedAt();
    }
}
