package org.tocsin.ingest.claim.stance;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.tocsin.ingest.claim.ActorName;
import org.tocsin.ingest.claim.clause.Finding;
import org.tocsin.ingest.claim.clause.Phrase.Kind;
import org.tocsin.ingest.claim.clause.Roles;
import org.tocsin.ingest.claim.clause.Syntax;
import org.tocsin.ingest.claim.clause.Words;
import org.tocsin.ingest.claim.lexicon.WordLists;

/** Who says the whole sentence, by no verb of its own: "according to", a headline's source, "reportedly", quotation marks. */
final class SaidElsewhere {
    private static final Set<String> SET_OFF = Set.of(":", "-", "--", "\u2013", "\u2014");
    private static final Set<String> ARTICLES = Set.of("a", "an", "the");
    private static final Set<String> CITING = Set.of("citing", "quoting");

    /** Of the name of a medium, with the colon behind it. */
    private static final int OUTLET_WORDS = 5;

    private final Set<String> hearsay;
    private final Set<String> headlineSources;
    private final Set<String> reportNouns;
    private final Set<String> outlets;
    private final Set<String> verified;
    private final Set<String> thisClaim;

    SaidElsewhere(WordLists cues) {
        this.hearsay = cues.words("hearsay");
        this.headlineSources = cues.words("headline-sources");
        this.reportNouns = cues.words("report-nouns");
        this.outlets = cues.words("outlets");
        this.verified = cues.words("verified");
        this.thisClaim = cues.words("this-claim");
    }

    /** The first of the ways that is there. */
    Optional<Attribution> of(Roles roles, Finding finding) {
        return bySource(roles, finding)
                .or(() -> byWord(roles.syntax(), finding))
                .or(() -> quoted(roles.syntax(), finding))
                .or(() -> unverified(roles.syntax(), finding));
    }

    /** By a source that is named for the whole sentence. */
    Optional<Attribution> bySource(Roles roles, Finding finding) {
        return accordingTo(roles).or(() -> inWordsOf(roles)).or(() -> headlineSource(roles, finding));
    }

    /** "according to residents", "citing officials". */
    private Optional<Attribution> accordingTo(Roles roles) {
        Syntax syntax = roles.syntax();
        Words words = syntax.words;
        for (int i = 0; i < syntax.size(); i++) {
            int start = syntax.phrase(i).start();
            boolean according = words.lower(start).equals("according")
                    || words.lower(syntax.phrase(i).head()).equals("according");
            boolean citing = CITING.contains(words.lower(syntax.phrase(i).head()));
            if (according || citing) {
                OptionalInt noun = OptionalInt.empty();
                for (int j = i + 1; j < Math.min(i + 5, syntax.size()) && noun.isEmpty(); j++) {
                    boolean article = syntax.is(j + 1, Kind.DATE) && ARTICLES.contains(syntax.lower(j));
                    noun = syntax.is(j, Kind.NOUN) && !article
                            ? OptionalInt.of(syntax.lastOfPossessives(j))
                            : OptionalInt.empty();
                }
                noun = whoseStatement(roles, noun);
                return Optional.of(new Attribution(
                        false, noun.isPresent() ? roles.source(noun.getAsInt()) : null, words.lower(start)));
            }
        }
        return Optional.empty();
    }

    /** "a Friday announcement by rebels", "a statement from the army": whoever made it. */
    private OptionalInt whoseStatement(Roles roles, OptionalInt noun) {
        Syntax syntax = roles.syntax();
        if (noun.isEmpty()
                || !reportNouns.contains(
                        syntax.words.lower(syntax.phrase(noun.getAsInt()).head()))) {
            return noun;
        }
        OptionalInt by = syntax.prepositional(noun.getAsInt(), Set.of("by", "from"));
        return by.isPresent() && !syntax.between(noun.getAsInt(), by.getAsInt(), Set.of(Kind.COMMA)) ? by : noun;
    }

    /** "in the Kremlin's words". */
    private static Optional<Attribution> inWordsOf(Roles roles) {
        int source = roles.syntax().statedSource();
        return source < 0
                ? Optional.empty()
                : Optional.of(new Attribution(
                        false,
                        roles.syntax().phrase(source).possessive() ? roles.owner(source) : roles.source(source),
                        "in the words of"));
    }

    /** "Monitor: IS retakes Palmyra", "IS retakes Palmyra: monitor" and "... - officials" in headlines. */
    private Optional<Attribution> headlineSource(Roles roles, Finding finding) {
        Syntax syntax = roles.syntax();
        int last = syntax.size() - 1;
        if (syntax.is(last, Kind.MARK)) {
            last--;
        }
        boolean setOff = SET_OFF.contains(syntax.lower(last - 1));
        if (setOff
                && last - 1 > finding.phrase()
                && syntax.is(last, Kind.NOUN)
                && syntax.words.isOneOf(syntax.phrase(last).head(), headlineSources)) {
            return Optional.of(new Attribution(false, roles.source(last), "source at the end"));
        }
        boolean opens = syntax.is(0, Kind.NOUN)
                && syntax.is(1, Kind.MARK)
                && syntax.lower(1).equals(":");
        if (opens && roles.isSource(0)) {
            return Optional.of(new Attribution(false, roles.source(0), "headline"));
        }
        if (!syntax.words.title()) {
            return Optional.empty();
        }
        boolean colonBeforeLast =
                syntax.is(last - 1, Kind.MARK) && syntax.is(last, Kind.NOUN) && last > finding.phrase();
        if (colonBeforeLast && roles.isSource(last)) {
            return Optional.of(new Attribution(false, roles.source(last), "headline"));
        }
        return outletBeforeColon(syntax.words);
    }

    /** "Aleppo Today: ". */
    private Optional<Attribution> outletBeforeColon(Words words) {
        for (int i = words.from() + 2; i < Math.min(words.to(), words.from() + OUTLET_WORDS); i++) {
            if (words.lower(i).equals(":") && outlets.contains(words.lower(i - 1))) {
                return Optional.of(
                        new Attribution(false, ActorName.described(words.plain(words.from(), i)), "headline"));
            }
        }
        return Optional.empty();
    }

    /** "reportedly", "reports of". */
    private Optional<Attribution> byWord(Syntax syntax, Finding finding) {
        Words words = syntax.words;
        for (int i = words.from(); i < words.to(); i++) {
            if (hearsay.contains(words.lower(i))) {
                return Optional.of(new Attribution(false, null, words.lower(i)));
            }
        }
        boolean reports = finding.phrase() > 0
                && words.anyOf(words.from(), finding.triggerStart(), Set.of("reports", "rumours", "rumors"));
        return reports ? Optional.of(new Attribution(false, null, "reports")) : Optional.empty();
    }

    /** "..., a claim that could not be verified", "but this was not confirmed": somebody's word, whoever that is. */
    private Optional<Attribution> unverified(Syntax syntax, Finding finding) {
        Words words = syntax.words;
        for (int i = finding.phrase() + 1; i < syntax.size(); i++) {
            boolean open = syntax.is(i, Kind.VERB)
                    && syntax.verb(i).negated()
                    && verified.contains(words.lower(syntax.phrase(i).head()));
            int subject = syntax.is(i - 1, Kind.RELATIVE) ? i - 2 : i - 1;
            if (open && syntax.is(subject, Kind.NOUN)) {
                String noun = words.lower(syntax.phrase(subject).head());
                if (reportNouns.contains(noun) || thisClaim.contains(noun)) {
                    return Optional.of(new Attribution(false, null, Sayings.cue(syntax, subject)));
                }
            }
        }
        return Optional.empty();
    }

    /** A headline that puts the claim in quotation marks gives somebody else's words. */
    private static Optional<Attribution> quoted(Syntax syntax, Finding finding) {
        Words words = syntax.words;
        int opened = words.startsQuoted() ? words.from() : -1;
        for (int i = words.from(); i < finding.triggerStart(); i++) {
            String mark = words.token(i).text();
            if (Set.of("\"", "\u201c", "\u2018", "'").contains(mark)) {
                opened = opened < 0 ? i : mark.equals("\"") || mark.equals("'") ? -1 : i;
            } else if (mark.equals("\u201d") || mark.equals("\u2019")) {
                opened = -1;
            }
        }
        // what is quoted may go on in the next sentence
        boolean closes = opened >= 0 && (words.startsQuoted() || isDouble(words, opened));
        for (int i = finding.triggerEnd(); i < words.to() && opened >= 0; i++) {
            closes |= Set.of("\"", "\u201d", "\u2019", "'")
                    .contains(words.token(i).text());
        }
        return opened >= 0 && closes ? Optional.of(new Attribution(false, null, "quotation marks")) : Optional.empty();
    }

    private static boolean isDouble(Words words, int i) {
        return Set.of("\"", "\u201c").contains(words.token(i).text());
    }
}
