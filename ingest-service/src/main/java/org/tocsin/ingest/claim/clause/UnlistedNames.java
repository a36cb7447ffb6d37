package org.tocsin.ingest.claim.clause;

import java.util.Set;
import org.tocsin.ingest.claim.clause.Phrase.Kind;
import org.tocsin.ingest.claim.mention.Mention;

/** Names that no list has and no word calls a town, told by what is done to them: nobody retakes or pulls out of a person. */
final class UnlistedNames {
    /** What is done to places and to nothing else that has a name. */
    private static final Set<String> DONE = Set.of(
            "overran",
            "overrun",
            "overruns",
            "overrunning",
            "retook",
            "retake",
            "retaken",
            "retakes",
            "retaking",
            "liberated",
            "liberates",
            "liberating",
            "reclaimed",
            "reclaiming",
            "occupied",
            "occupying");

    private static final Set<String> COMES = Set.of("came", "comes", "come", "coming");

    private UnlistedNames() {}

    static boolean isTown(Syntax syntax, int noun) {
        if (!isNothingButName(syntax, noun)) {
            return false;
        }
        return isOfControl(syntax, noun) || isLeft(syntax, noun) || isDoneTo(syntax, noun);
    }

    /** "Tal Kalaj", but not "the Pentagon" or "Islamic State". */
    private static boolean isNothingButName(Syntax syntax, int noun) {
        Words words = syntax.words;
        Phrase phrase = syntax.phrase(noun);
        for (int i = phrase.start(); i < phrase.end(); i++) {
            boolean name = words.tag(i).equals("PROPN")
                    && words.token(i).capitalised()
                    && !words.token(i).allCapitals()
                    && (words.mention(i) == null || words.mention(i) instanceof Mention.OfPlace);
            if (!name) {
                return false;
            }
        }
        return !words.title() && !phrase.possessive() && phrase.end() - phrase.start() <= 3;
    }

    /** "control of X". */
    private static boolean isOfControl(Syntax syntax, int noun) {
        return syntax.isPreposition(noun - 1, Set.of("of", "over"))
                && syntax.is(noun - 2, Kind.NOUN)
                && syntax.words.lower(syntax.phrase(noun - 2).head()).equals("control");
    }

    /** "pulled out of X", "withdrew from X". */
    private static boolean isLeft(Syntax syntax, int noun) {
        int verb = syntax.isPreposition(noun - 1, Set.of("from"))
                ? noun - 2
                : syntax.isPreposition(noun - 1, Set.of("of")) && syntax.isPreposition(noun - 2, Set.of("out"))
                        ? noun - 3
                        : -1;
        String head = syntax.is(verb, Kind.VERB)
                ? syntax.words.lower(syntax.phrase(verb).head())
                : "";
        return Set.of("pulled", "withdrew", "withdrawn", "retreated").contains(head);
    }

    /** "overran X", "X was retaken", "X in the east came under". */
    private static boolean isDoneTo(Syntax syntax, int noun) {
        boolean object = syntax.is(noun - 1, Kind.VERB)
                && !syntax.verb(noun - 1).passive()
                && DONE.contains(syntax.words.lower(syntax.phrase(noun - 1).head()));
        int verb = syntax.isPreposition(noun + 1, Set.of("in")) && syntax.is(noun + 2, Kind.NOUN) ? noun + 3 : noun + 1;
        boolean behind = syntax.is(verb, Kind.VERB);
        String head = behind ? syntax.words.lower(syntax.phrase(verb).head()) : "";
        boolean subject = behind && syntax.verb(verb).passive() && DONE.contains(head);
        return object || subject || (COMES.contains(head) && syntax.isPreposition(verb + 1, Set.of("under")));
    }
}
