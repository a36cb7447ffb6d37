package org.tocsin.ingest.claim.mention;

import java.util.List;
import java.util.Set;
import org.tocsin.ingest.claim.text.Token;

/** Tells the place that a report was written at from the places that it is about. */
final class Datelines {
    private static final int SPAN = 14;
    private static final int OPENING = 25;
    private static final Set<String> DASHES = Set.of("-", "--", "---", "\u2014", "\u2013");

    private Datelines() {}

    /** "BAGHDAD (Agency) -", "AMMAN, Jordan, June 16 -": a name that opens a text or stands in capitals, and a dash or bracket soon after. */
    static boolean contain(Mention.OfPlace named, NamedText text) {
        List<Token> tokens = text.tokens;
        int s = named.start();
        boolean capitals = tokens.get(s).allCapitals();
        boolean opens = s == 0
                || (s < OPENING && text.begins(s))
                || (capitals && (s == 0 || !tokens.get(s - 1).isWord()));
        if (!opens) {
            return false;
        }
        boolean bare = s == 0
                && capitals
                && text.startsCapital(named.end())
                && !tokens.get(named.end()).allCapitals();
        if (bare) {
            return true;
        }
        int limit = Math.min(tokens.size(), named.end() + SPAN);
        int lower = 0;
        for (int i = named.end(); i < limit; i++) {
            Token token = tokens.get(i);
            if (DASHES.contains(token.text()) || (capitals && token.text().equals(":") && i == named.end())) {
                return !token.text().equals("-") || capitals || i - named.end() > 1;
            }
            boolean mark = !token.isWord();
            if (mark && !"(),./|".contains(token.text())) {
                return false;
            }
            boolean small = !mark && !token.capitalised() && !token.isNumber();
            lower += small ? 1 : 0;
            if (lower > 1) {
                return false;
            }
        }
        return false;
    }
}
