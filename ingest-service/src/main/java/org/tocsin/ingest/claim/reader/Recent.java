package org.tocsin.ingest.claim.reader;

import java.util.List;
import org.tocsin.ingest.claim.Claim;

/** The claims of the sentence that was read last. They end the list, so that finding them does not look at all that was told before. */
final class Recent {
    private Recent() {}

    /** Those of the sentence before {@code number}, as a view of the list's end. */
    static List<Claim> before(List<Claim> claims, int number) {
        int start = claims.size();
        while (start > 0 && claims.get(start - 1).sentence() == number - 1) {
            start--;
        }
        return claims.subList(start, claims.size());
    }
}
