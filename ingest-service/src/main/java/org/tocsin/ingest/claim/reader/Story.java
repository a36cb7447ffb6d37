package org.tocsin.ingest.claim.reader;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tocsin.ingest.claim.Claim;
import org.tocsin.ingest.claim.clause.Frames;
import org.tocsin.ingest.claim.clause.Memory;
import org.tocsin.ingest.claim.mention.Surroundings;

/**
 * A report while it is read, by one thread: what its sentences are resolved against, and what they have told so far.
 *
 * @param claims grows as sentences are read
 */
record Story(
        Instant publishedAt,
        Surroundings surroundings,
        Memory memory,
        InPassing inPassing,
        Takers takers,
        Additions additions,
        List<Claim> claims) {
    static Story of(Instant publishedAt, Surroundings surroundings, Frames frames) {
        return new Story(
                publishedAt,
                surroundings,
                new Memory(),
                new InPassing(),
                new Takers(frames),
                new Additions(),
                new ArrayList<>());
    }
}
