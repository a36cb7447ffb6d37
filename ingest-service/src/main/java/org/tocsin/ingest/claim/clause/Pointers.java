package org.tocsin.ingest.claim.clause;

import java.util.Set;
import org.tocsin.ingest.claim.lexicon.WordLists;
import org.tocsin.ingest.claim.mention.Mention;

/** Names of places that a sentence does not speak of: "near X", "north of X", "the government in X", and capitals that stand for a government. */
final class Pointers {
    /** "sent to Bor": there they are now. */
    private static final Set<String> SENT = Set.of("sent", "deployed", "dispatched", "rushed", "airlifted", "returned");

    private static final int SENT_WITHIN = 7;
    /** "north of the national capital X". */
    private static final Set<String> KIND = Set.of(
            "the",
            "national",
            "regional",
            "provincial",
            "state",
            "commercial",
            "capital",
            "city",
            "town",
            "port",
            "main",
            "key");

    private static final Set<String> POINTS = Set.of(
            "north",
            "south",
            "east",
            "west",
            "northeast",
            "northwest",
            "southeast",
            "southwest",
            "north-east",
            "north-west",
            "south-east",
            "south-west");

    private static final Set<String> LEFT = Set.of(
            "ran",
            "fled",
            "flee",
            "fleeing",
            "escaped",
            "withdrew",
            "withdrawn",
            "withdrawal",
            "retreated",
            "retreat",
            "expelled",
            "out",
            "driven",
            "drove",
            "ousted",
            "forces",
            "troops",
            "militants",
            "rebels");

    private final Set<String> orientation;
    private final Set<String> compass;
    private final Set<String> seated;
    private final Set<String> regions;
    private final Set<String> saying;

    Pointers(WordLists cues) {
        this.orientation = cues.words("orientation");
        this.compass = cues.words("compass");
        this.seated = cues.words("seated");
        this.regions = cues.words("region");
        this.saying = cues.words("report");
    }

    /**
     * Is the name only for finding one's way?
     *
     * @param body first token after a dateline
     */
    boolean isOrientation(Words words, int body, Mention.OfPlace named) {
        String before = words.lower(named.start() - 1);
        String before2 = words.lower(named.start() - 2);
        boolean dateline = named.start() < body && !words.lower(body - 1).equals(":");
        int first = named.start();
        while (KIND.contains(words.lower(first - 1)) || words.mention(first - 1) instanceof Mention.OfCountry) {
            first--;
            if (words.lower(first - 1).equals(",") && KIND.contains(words.lower(first - 2))) {
                first--;
            }
        }
        if (first == named.start()
                && words.lower(first - 1).equals(",")
                && words.lower(first - 2).equals("capital")) {
            // "northwest of the capital, Islamabad"
            first--;
            while (KIND.contains(words.lower(first - 1))) {
                first--;
            }
        }
        boolean direction = words.lower(first - 1).equals("of")
                && compass.contains(words.lower(first - 2))
                && !isPoint(words, first - 2);
        boolean seat = before.equals("in") && seated.contains(before2);
        boolean pair = before.equals("and") && words.lower(named.start() - 3).equals("between");
        boolean sent = before.equals("to") && words.anyOf(named.start() - SENT_WITHIN, named.start(), SENT);
        return dateline
                || (orientation.contains(before) && !sent && !isLeft(words, named, before))
                || direction
                || regions.contains(words.lower(named.end()))
                || seat
                || pair;
    }

    /** "the east" of "in the east of Raqqa", which lies inside it, as "east of Raqqa" does not. */
    static boolean isPoint(Words words, int i) {
        return POINTS.contains(words.lower(i))
                && words.lower(i - 1).equals("the")
                && (Set.of("in", "into", "through").contains(words.lower(i - 2))
                        || words.tag(i - 2).equals("VERB"))
                && words.lower(i + 1).equals("of");
    }

    /** "ran from Ramadi", but not "60 km from Mosul", "far from Mosul". */
    private static boolean isLeft(Words words, Mention.OfPlace named, String before) {
        return before.equals("from") && LEFT.contains(words.lower(named.start() - 2));
    }

    /** "Moscow claimed", "Kyiv's": a capital that stands for its government. */
    boolean speaks(Words words, Mention.OfPlace named) {
        String behind = words.lower(named.end());
        return named.place().feature().equals("PPLC") && (saying.contains(behind) || behind.equals("'s"));
    }

    /** ", says Kyiv;": the same behind the verb, where nothing goes on. */
    boolean isSpeakerBehind(Words words, Mention.OfPlace named) {
        boolean last = named.end() >= words.to() || !words.token(named.end()).isWord();
        return named.place().feature().equals("PPLC")
                && last
                && named.start() > words.from()
                && saying.contains(words.lower(named.start() - 1));
    }
}
