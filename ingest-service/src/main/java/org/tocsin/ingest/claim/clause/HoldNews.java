package org.tocsin.ingest.claim.clause;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tocsin.ingest.claim.clause.Phrase.Kind;
import org.tocsin.ingest.claim.lexicon.WordLists;
import org.tocsin.reference.Place;

/** Tells the news that a place is in somebody's hands now from the mere state: "came under control", "has been in rebel hands since 2014". */
final class HoldNews {
    private static final int AT_LAST = 6;

    /** So many words has a headline. */
    private static final int HEADLINE = 14;

    private final Set<String> coming;
    private final Set<String> staying;
    private final Set<String> lately;
    private final Set<String> announced;

    HoldNews(WordLists cues) {
        this.coming = cues.words("coming");
        this.staying = cues.words("staying");
        this.lately = cues.words("weekdays", "lately");
        this.announced = cues.words("announced");
    }

    boolean isComing(String lower) {
        return coming.contains(lower);
    }

    /** Does the verb put the place into hands or find it there: "is", "fell", "remained"? */
    boolean isLink(Syntax syntax, int verb) {
        String head = syntax.words.lower(syntax.phrase(verb).head());
        return syntax.verb(verb).copula() || coming.contains(head) || staying.contains(head);
    }

    /** Is it told as news that the place is there now? */
    boolean isChange(Syntax syntax, int verb, int first, int phrase, PartyRole actor, Optional<Place> where) {
        int from = verb < 0
                ? syntax.phrase(Math.max(0, first - 3)).start()
                : syntax.phrase(verb).start();
        int to = syntax.phrase(first).start();
        Words words = syntax.words;
        int behind = Math.min(words.to(), syntax.phrase(phrase).end() + 8);
        boolean sinceLately = sinceLately(words, to, behind) || sinceLately(words, words.from(), from);
        boolean comes =
                verb >= 0 && coming.contains(words.lower(syntax.phrase(verb).head()));
        // "have come under their control since the army withdrew" is news all the same
        boolean stays = words.anyOf(from, to, staying) || (words.anyOf(to, behind, Set.of("since")) && !comes);
        if (stays && !sinceLately) {
            return false;
        }
        boolean now = words.anyOf(from, to, Set.of("now", "back", "again"))
                || (words.anyOf(from, to, Set.of("once")) && words.anyOf(from, to, Set.of("more")));
        now |= isAtLast(words, syntax.phrase(phrase).end());
        boolean wholly = words.anyOf(from, to, Set.of("wholly", "fully", "completely", "entirely", "totally"));
        boolean headline = verb < 0 && isVerbless(syntax) && !isHome(actor, where);
        boolean copula = verb >= 0 && syntax.verb(verb).copula();
        boolean dated = isDated(syntax, phrase);
        boolean told = copula && (isAnnounced(words, phrase, syntax) || isFollowed(syntax, phrase) || dated);
        return comes || now || sinceLately || headline || ((wholly || told) && !isHome(actor, where));
    }

    /** "Libya: Sabha in hands of Haftar's army": nothing but the news. */
    private static boolean isVerbless(Syntax syntax) {
        for (int i = 0; i < syntax.size(); i++) {
            if (syntax.is(i, Kind.VERB) || syntax.is(i, Kind.COMMA)) {
                return false;
            }
        }
        return syntax.words.to() - syntax.words.from() <= HEADLINE;
    }

    /** A state in a place of its own: that it holds it is no news, even "fully". */
    static boolean isHome(PartyRole actor, Optional<Place> where) {
        String id = actor.name().id();
        return actor.government()
                && (where.isEmpty()
                        || id == null
                        || id.endsWith("-" + where.get().country().toLowerCase(Locale.ROOT)));
    }

    /** "is in the hands of the army again", "in army hands now", "in army hands at last". */
    private static boolean isAtLast(Words words, int from) {
        for (int i = from;
                i < Math.min(words.to(), from + AT_LAST) && !words.lower(i).equals(",");
                i++) {
            if (words.lower(i).equals("again")
                    || (words.lower(i).equals("now") && i == from)
                    || (words.lower(i).equals("last") && words.lower(i - 1).equals("at"))) {
                return true;
            }
        }
        return false;
    }

    /** "since Sunday night": a state that began with the news. */
    private boolean sinceLately(Words words, int from, int to) {
        for (int i = from; i < to; i++) {
            if (words.lower(i).equals("since")) {
                return words.anyOf(i + 1, i + 4, lately);
            }
        }
        return false;
    }

    /** "was in rebel hands on Monday", "by the end of last week". */
    private static boolean isDated(Syntax syntax, int phrase) {
        for (int i = phrase + 1; i <= phrase + 4; i++) {
            if (syntax.is(i, Kind.DATE)) {
                return true;
            }
            if (!syntax.is(i, Kind.PREPOSITION) && !syntax.is(i, Kind.NOUN) && !syntax.is(i, Kind.ADVERB)) {
                return false;
            }
        }
        return false;
    }

    /** "is in the hands of rebels after the garrison surrendered": how it came about is told with it. */
    static boolean isFollowed(Syntax syntax, int phrase) {
        for (int i = phrase + 1; i < Math.min(syntax.size(), phrase + 6); i++) {
            if (syntax.is(i, Kind.SUBORDINATOR)) {
                return Set.of("after", "as").contains(syntax.lower(i));
            }
            if (syntax.is(i, Kind.VERB)) {
                return false;
            }
        }
        return false;
    }

    /** Somebody announces it: no background. */
    private boolean isAnnounced(Words words, int phrase, Syntax syntax) {
        return words.anyOf(words.from(), syntax.phrase(phrase).start(), announced)
                || words.anyOf(syntax.phrase(phrase).end(), words.to(), announced);
    }

    /** "in control of the town on Monday", "now in full control of the town": {@code end} is the token after the place. */
    boolean isControlNews(Syntax syntax, int verb, int phrase, int end) {
        Words words = syntax.words;
        int from = syntax.phrase(verb).start();
        boolean news = words.anyOf(end, end + 4, lately)
                || words.anyOf(end, Math.min(words.to(), end + 1), Set.of("again"))
                || words.anyOf(
                        from, syntax.phrase(phrase).head(), Set.of("now", "back", "again", "full", "complete", "total"))
                || isAnnounced(words, phrase, syntax);
        return news && !words.anyOf(from, words.to(), staying);
    }
}
