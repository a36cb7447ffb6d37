package org.tocsin.ingest.claim.stance;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.claim.ActorName;
import org.tocsin.ingest.claim.clause.Finding;
import org.tocsin.ingest.claim.clause.Phrase;
import org.tocsin.ingest.claim.clause.Phrase.Kind;
import org.tocsin.ingest.claim.clause.Phrase.VerbGroup;
import org.tocsin.ingest.claim.clause.Roles;
import org.tocsin.ingest.claim.clause.Syntax;
import org.tocsin.ingest.claim.clause.Words;
import org.tocsin.ingest.claim.lexicon.WordLists;

/**
 * Who says what a sentence tells: before it ("officials said that"), behind it (", officials said"), in its grammar ("was announced by"), or by a
 * word ("reportedly"). Where in doubt a claim counts as attributed: to take somebody's word for a fact is the worse mistake.
 */
final class Attributions {
    private static final Set<String> CONTRAST_AFTER_COMMA = Set.of("while", "whereas", "although", "though", "as");
    private static final Set<String> CLOSING = Set.of(".", "\"", "\u201d", ";", "!", "?", "\u2019", "'", ":");

    private final Set<String> report;
    private final Set<String> onlyWithComplement;
    private final Set<String> deny;
    private final Set<String> reportNouns;
    private final Set<String> denyNouns;
    private final Set<String> hearsay;
    private final Set<String> headlineSources;
    private final Falsehoods falsehoods;

    Attributions(WordLists cues) {
        this.report = cues.words("report");
        this.onlyWithComplement = cues.words("report-only-complement");
        this.deny = cues.words("deny");
        this.reportNouns = cues.words("report-nouns");
        this.denyNouns = cues.words("deny-nouns");
        this.hearsay = cues.words("hearsay");
        this.headlineSources = cues.words("headline-sources");
        this.falsehoods = new Falsehoods(cues);
    }

    /** Who says what the finding tells, or denies it; empty when the publisher says it in its own voice. */
    Optional<Attribution> of(Roles roles, Finding finding) {
        Syntax syntax = roles.syntax();
        Optional<Attribution> best = Optional.empty();
        // a denial that governs outweighs the claim it denies; among reports the nearest before, then the nearest
        // behind
        for (int i = finding.phrase(); i >= 0; i--) {
            boolean own = i == finding.phrase() && finding.trigger().verb();
            if (!own && governsForward(syntax, i, finding)) {
                boolean denial = deny.contains(head(syntax, i));
                if (denial && !syntax.verb(i).negated()) {
                    return Optional.of(new Attribution(true, sayer(roles, i), cue(syntax, i)));
                }
                if (best.isEmpty()) {
                    best = Optional.of(new Attribution(false, sayer(roles, i), cue(syntax, i)));
                }
            }
            if (best.isEmpty() && i < finding.phrase() && isReportNoun(syntax, i, finding)) {
                best = Optional.of(nounAttribution(roles, i));
            }
        }
        for (int i = finding.phrase(); i < syntax.size(); i++) {
            if ((syntax.is(i, Kind.VERB) && i != finding.phrase())
                    || (i == finding.phrase() && !finding.trigger().verb() && syntax.is(i, Kind.VERB))) {
                Optional<Attribution> behind = backward(roles, i, finding);
                if (behind.isPresent() && (best.isEmpty() || behind.get().denies())) {
                    return behind;
                }
            }
        }
        return best.or(() -> toldBehind(roles, finding))
                .or(() -> accordingTo(roles))
                .or(() -> headlineSource(roles, finding))
                .or(() -> byWord(syntax, finding))
                .or(() -> quoted(syntax, finding));
    }

    /** Told as false by a frame, and by whom; a denial by nobody is the publisher's own. */
    Optional<Attribution> falsehood(Roles roles, Finding finding) {
        Syntax syntax = roles.syntax();
        return falsehoods.of(syntax, finding).map(frame -> {
            if (frame.judge() >= 0) {
                return new Attribution(true, sayer(roles, frame.judge()), frame.words());
            }
            return new Attribution(true, speakerAround(roles, finding), frame.words());
        });
    }

    /** The one who says the whole sentence: before the claim, behind it, or "according to". */
    private @Nullable ActorName speakerAround(Roles roles, Finding finding) {
        Syntax syntax = roles.syntax();
        for (int i = finding.phrase() - 1; i >= 0; i--) {
            if (governsForward(syntax, i, finding)) {
                return sayer(roles, i);
            }
        }
        for (int i = finding.phrase() + 1; i < syntax.size(); i++) {
            if (syntax.is(i, Kind.VERB)) {
                Optional<Attribution> behind = backward(roles, i, finding);
                if (behind.isPresent() && behind.get().claimant() != null) {
                    return behind.get().claimant();
                }
            }
        }
        return accordingTo(roles)
                .or(() -> headlineSource(roles, finding))
                .map(Attribution::claimant)
                .orElse(null);
    }

    /** A denial behind the claim in its own clause: "..., a claim Kyiv denied", "... but the army denied it". */
    Optional<Attribution> contradiction(Roles roles, Finding finding) {
        Syntax syntax = roles.syntax();
        for (int i = finding.phrase() + 1; i < syntax.size(); i++) {
            boolean denial = syntax.is(i, Kind.VERB)
                    && deny.contains(head(syntax, i))
                    && !syntax.verb(i).negated();
            if (denial
                    && syntax.between(
                            finding.phrase(),
                            i,
                            Set.of(Kind.BUT, Kind.COMMA, Kind.SUBORDINATOR, Kind.RELATIVE, Kind.MARK))
                    && !governsSomethingElse(syntax, i)) {
                return Optional.of(new Attribution(true, sayer(roles, i), cue(syntax, i)));
            }
        }
        return Optional.empty();
    }

    /** "denied it", "denied the claim", "denied", but not "denied that troops had fled". */
    private boolean governsSomethingElse(Syntax syntax, int verb) {
        OptionalInt object = syntax.nounAfter(verb);
        if (object.isEmpty()) {
            return syntax.is(verb + 1, Kind.SUBORDINATOR);
        }
        Phrase phrase = syntax.phrase(object.getAsInt());
        boolean claim = syntax.words.isOneOf(phrase.head(), reportNouns)
                || syntax.words.isOneOf(phrase.head(), Set.of("it", "this", "that", "losing"));
        return !claim;
    }

    // before the claim

    private boolean governsForward(Syntax syntax, int i, Finding finding) {
        if (!syntax.is(i, Kind.VERB) || syntax.phrase(i).head() >= finding.triggerStart()) {
            return false;
        }
        String head = head(syntax, i);
        boolean denial = deny.contains(head);
        if (!denial && !report.contains(head)) {
            return false;
        }
        if (boundaryBetween(syntax, i, finding.phrase())) {
            return false;
        }
        boolean complement = syntax.is(i + 1, Kind.SUBORDINATOR)
                || syntax.is(i + 1, Kind.VERB)
                || syntax.is(i + 1, Kind.MARK)
                || syntax.nounAfter(i).isPresent()
                || syntax.is(i + 1, Kind.ADVERB)
                || syntax.is(i + 1, Kind.DATE);
        return denial || complement || !onlyWithComplement.contains(head);
    }

    /** Does a new assertion begin between the verb that says and the claim: "said X, but Y", "said X; Y", "said, while Y"? */
    private boolean boundaryBetween(Syntax syntax, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            Kind kind = syntax.phrase(i).kind();
            boolean contrast = syntax.is(i - 1, Kind.COMMA) && CONTRAST_AFTER_COMMA.contains(syntax.lower(i));
            boolean semicolon = kind == Kind.MARK && syntax.lower(i).equals(";");
            boolean butAfterComma = kind == Kind.BUT && syntax.is(i - 1, Kind.COMMA) && subjectFollows(syntax, i);
            if (contrast || semicolon || butAfterComma) {
                return true;
            }
        }
        return false;
    }

    private static boolean subjectFollows(Syntax syntax, int i) {
        return syntax.is(i + 1, Kind.NOUN);
    }

    private boolean isReportNoun(Syntax syntax, int i, Finding finding) {
        if (!syntax.is(i, Kind.NOUN)) {
            return false;
        }
        boolean noun = syntax.words.isOneOf(syntax.phrase(i).head(), reportNouns)
                || syntax.words.isOneOf(syntax.phrase(i).head(), denyNouns);
        boolean opens = syntax.is(i + 1, Kind.SUBORDINATOR)
                || syntax.is(i + 1, Kind.RELATIVE)
                || syntax.isPreposition(i + 1, Set.of("of", "about"))
                || (syntax.is(i + 1, Kind.VERB) && syntax.verb(i + 1).infinitive());
        return noun && opens && !boundaryBetween(syntax, i, finding.phrase());
    }

    private Attribution nounAttribution(Roles roles, int i) {
        Syntax syntax = roles.syntax();
        boolean denial = syntax.words.isOneOf(syntax.phrase(i).head(), denyNouns);
        boolean owned = syntax.is(i - 1, Kind.NOUN) && syntax.phrase(i - 1).possessive();
        return new Attribution(denial, owned ? roles.source(i - 1) : null, cue(syntax, i));
    }

    // behind the claim

    private Optional<Attribution> backward(Roles roles, int i, Finding finding) {
        Syntax syntax = roles.syntax();
        String head = head(syntax, i);
        boolean denial = deny.contains(head);
        if ((!denial && !report.contains(head))
                || syntax.phrase(i).head() < finding.triggerStart()
                || syntax.verb(i).negated()) {
            return Optional.empty();
        }
        if (syntax.verb(i).passive()) {
            boolean subject = (!finding.trigger().verb()
                            && !syntax.between(finding.phrase(), i, Set.of(Kind.BUT, Kind.SUBORDINATOR, Kind.RELATIVE)))
                    || isInSubject(syntax, i, finding)
                    || (syntax.lower(i - 1).equals("it")
                            && syntax.is(i - 2, Kind.COMMA)
                            && !clauseFollows(syntax, i, false));
            OptionalInt agent = syntax.agentOf(i);
            return subject
                    ? Optional.of(new Attribution(
                            denial, agent.isPresent() ? roles.source(agent.getAsInt()) : null, cue(syntax, i)))
                    : Optional.empty();
        }
        if (denial) {
            return Optional.empty();
        }
        return isParenthetical(syntax, i, finding)
                ? Optional.of(new Attribution(false, sayer(roles, i), cue(syntax, i)))
                : Optional.empty();
    }

    /** ", a government statement read", ", the president's spokesman disclosed Friday": a source and any verb, set off behind the claim, with no object. */
    private Optional<Attribution> toldBehind(Roles roles, Finding finding) {
        Syntax syntax = roles.syntax();
        for (int i = finding.phrase() + 1; i < syntax.size(); i++) {
            if (!syntax.is(i, Kind.VERB) || report.contains(head(syntax, i)) || deny.contains(head(syntax, i))) {
                continue;
            }
            VerbGroup group = syntax.verb(i);
            boolean plain = !group.passive() && !group.infinitive() && !group.gerund() && !group.negated();
            boolean ends = i + 1 == syntax.size()
                    || syntax.is(i + 1, Kind.MARK)
                    || syntax.is(i + 1, Kind.COMMA)
                    || syntax.is(i + 1, Kind.DATE)
                    || syntax.is(i + 1, Kind.PREPOSITION)
                    || syntax.is(i + 1, Kind.ADVERB);
            List<Integer> subjects = syntax.subjectsOf(i);
            if (!plain || !ends || subjects.isEmpty() || !roles.isSpeaker(subjects.get(0))) {
                continue;
            }
            int first = subjectStart(syntax, subjects.get(0));
            if (first > finding.phrase() && isSetOff(syntax, first) && !clauseFollows(syntax, i, false)) {
                return Optional.of(new Attribution(false, sayer(roles, i), cue(syntax, i)));
            }
        }
        return Optional.empty();
    }

    private static boolean isSetOff(Syntax syntax, int first) {
        return syntax.is(first - 1, Kind.COMMA)
                || syntax.is(first - 1, Kind.MARK)
                || (first > 0 && CLOSING.contains(syntax.lower(first - 1)));
    }

    /** "Claims that X had fallen were denied": the claim stands within the verb's subject. */
    private boolean isInSubject(Syntax syntax, int verb, Finding finding) {
        List<Integer> subjects = syntax.subjectsOf(verb);
        boolean claimsThat = syntax.words.anyOf(syntax.words.from(), finding.triggerStart(), reportNouns);
        if (!subjects.isEmpty() && subjects.get(0) == finding.phrase()) {
            // "The liberation of the port, whose garrison had fled, was announced by"
            return true;
        }
        return (claimsThat || (!subjects.isEmpty() && subjects.get(0) < finding.phrase()))
                && !syntax.between(finding.phrase(), verb, Set.of(Kind.BUT, Kind.COMMA));
    }

    /** ", officials said", ", said a spokesman": set off from what it reports, with nothing of its own to report behind it. */
    private boolean isParenthetical(Syntax syntax, int verb, Finding finding) {
        int before = verb - 1;
        while (syntax.is(before, Kind.ADVERB) || syntax.is(before, Kind.DATE)) {
            before--;
        }
        boolean inverted = syntax.is(before, Kind.COMMA) || syntax.is(before, Kind.MARK);
        List<Integer> subjects = syntax.subjectsOf(verb);
        if (inverted && syntax.nounAfter(verb).isPresent()) {
            return !subjectSpansAside(subjects, finding) || !clauseFollows(syntax, verb, true);
        }
        if (subjects.isEmpty()) {
            return false;
        }
        int first = subjectStart(syntax, subjects.get(0));
        return first > finding.phrase() && isSetOff(syntax, first) && !clauseFollows(syntax, verb, false);
    }

    private static boolean subjectSpansAside(List<Integer> subjects, Finding finding) {
        return !subjects.isEmpty() && subjects.get(0) < finding.phrase();
    }

    /** The first phrase of a subject with its owners, numbers and fellows: "residents and local officials". */
    private static int subjectStart(Syntax syntax, int subject) {
        int i = subject;
        while (true) {
            if (syntax.is(i - 1, Kind.NOUN) && syntax.phrase(i - 1).possessive()) {
                i--;
            } else if (syntax.is(i - 1, Kind.AND) && syntax.is(i - 2, Kind.NOUN)) {
                i -= 2;
            } else if (syntax.isPreposition(i - 1, Set.of("of", "in", "for", "from", "at"))
                    && syntax.is(i - 2, Kind.NOUN)) {
                i -= 2;
            } else if (syntax.is(i - 1, Kind.ADVERB)) {
                i--;
            } else {
                return i;
            }
        }
    }

    /** Does the verb open a clause of its own: "officials said that ...", "said it had ..."? */
    private boolean clauseFollows(Syntax syntax, int verb, boolean inverted) {
        int i = verb + 1;
        if (inverted) {
            i = syntax.nounAfter(verb).orElse(verb) + 1;
        }
        for (int steps = 0; steps < 8 && i < syntax.size(); steps++, i++) {
            Phrase phrase = syntax.phrase(i);
            if ((phrase.is(Kind.SUBORDINATOR) && syntax.lower(i).equals("that"))
                    || (phrase.is(Kind.VERB) && !syntax.verb(i).gerund())) {
                return true;
            }
            if (phrase.is(Kind.COMMA)
                    || phrase.is(Kind.MARK)
                    || phrase.is(Kind.BUT)
                    || phrase.is(Kind.AND)
                    || phrase.is(Kind.SUBORDINATOR)) {
                return false;
            }
        }
        return false;
    }

    // other ways

    private static Optional<Attribution> accordingTo(Roles roles) {
        Syntax syntax = roles.syntax();
        Words words = syntax.words;
        for (int i = 0; i < syntax.size(); i++) {
            int start = syntax.phrase(i).start();
            boolean according = words.lower(start).equals("according")
                    || words.lower(syntax.phrase(i).head()).equals("according");
            boolean citing = Set.of("citing", "quoting")
                    .contains(words.lower(syntax.phrase(i).head()));
            if (according || citing) {
                OptionalInt noun = OptionalInt.empty();
                for (int j = i + 1; j < Math.min(i + 4, syntax.size()) && noun.isEmpty(); j++) {
                    noun = syntax.is(j, Kind.NOUN) ? OptionalInt.of(syntax.lastOfPossessives(j)) : OptionalInt.empty();
                }
                return Optional.of(new Attribution(
                        false, noun.isPresent() ? roles.source(noun.getAsInt()) : null, words.lower(start)));
            }
        }
        return Optional.empty();
    }

    /** "Monitor: IS retakes Palmyra", "IS retakes Palmyra: monitor" and "... - officials" in headlines. */
    private Optional<Attribution> headlineSource(Roles roles, Finding finding) {
        Syntax syntax = roles.syntax();
        int last = syntax.size() - 1;
        if (syntax.is(last, Kind.MARK)) {
            last--;
        }
        boolean setOff = Set.of(":", "-", "--", "\u2013", "\u2014").contains(syntax.lower(last - 1));
        if (setOff
                && last - 1 > finding.phrase()
                && syntax.is(last, Kind.NOUN)
                && syntax.words.isOneOf(syntax.phrase(last).head(), headlineSources)) {
            return Optional.of(new Attribution(false, roles.source(last), "source at the end"));
        }
        if (!syntax.words.title()) {
            return Optional.empty();
        }
        boolean colonBeforeLast =
                syntax.is(last - 1, Kind.MARK) && syntax.is(last, Kind.NOUN) && last > finding.phrase();
        if (colonBeforeLast && roles.isSource(last)) {
            return Optional.of(new Attribution(false, roles.source(last), "headline"));
        }
        boolean colonAfterFirst = syntax.is(0, Kind.NOUN)
                && syntax.is(1, Kind.MARK)
                && syntax.lower(1).equals(":");
        if (colonAfterFirst && roles.isSource(0)) {
            return Optional.of(new Attribution(false, roles.source(0), "headline"));
        }
        return Optional.empty();
    }

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

    /** A headline that puts the claim in quotation marks gives somebody else's words. */
    private static Optional<Attribution> quoted(Syntax syntax, Finding finding) {
        Words words = syntax.words;
        int opened = -1;
        for (int i = words.from(); i < finding.triggerStart(); i++) {
            String mark = words.token(i).text();
            if (Set.of("\"", "\u201c", "\u2018", "'").contains(mark)) {
                opened = opened < 0 ? i : mark.equals("\"") || mark.equals("'") ? -1 : i;
            } else if (mark.equals("\u201d") || mark.equals("\u2019")) {
                opened = -1;
            }
        }
        boolean closes = false;
        for (int i = finding.triggerEnd(); i < words.to() && opened >= 0; i++) {
            closes |= Set.of("\"", "\u201d", "\u2019", "'")
                    .contains(words.token(i).text());
        }
        return opened >= 0 && closes ? Optional.of(new Attribution(false, null, "quotation marks")) : Optional.empty();
    }

    // words and people

    private static String head(Syntax syntax, int verb) {
        return syntax.words.lower(syntax.phrase(verb).head());
    }

    private static String cue(Syntax syntax, int phrase) {
        return syntax.words.text(
                syntax.phrase(phrase).start(), syntax.phrase(phrase).end());
    }

    private static @Nullable ActorName sayer(Roles roles, int verb) {
        Syntax syntax = roles.syntax();
        if (syntax.verb(verb).passive()) {
            OptionalInt agent = syntax.agentOf(verb);
            return agent.isPresent() ? roles.source(agent.getAsInt()) : null;
        }
        OptionalInt noun = roles.subjectOrInverted(verb);
        return noun.isPresent() ? roles.source(noun.getAsInt()) : null;
    }

    @Nullable ActorName lastSpeaker(Roles roles) {
        Syntax syntax = roles.syntax();
        for (int i = syntax.size() - 1; i >= 0; i--) {
            if (syntax.is(i, Kind.VERB) && (report.contains(head(syntax, i)) || deny.contains(head(syntax, i)))) {
                ActorName said = sayer(roles, i);
                if (said != null) {
                    return said;
                }
            }
        }
        return null;
    }
}
