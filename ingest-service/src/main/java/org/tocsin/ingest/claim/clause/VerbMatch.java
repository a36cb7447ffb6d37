package org.tocsin.ingest.claim.clause;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.tocsin.ingest.claim.clause.Phrase.Kind;
import org.tocsin.ingest.claim.lexicon.Trigger;

/**
 * A verb with the words that it asked for.
 *
 * @param phrase its verb group
 * @param end token after the last of its words; the object is looked for behind {@code objectFrom}
 * @param objectFrom phrase behind which the object stands
 * @param placeFrom phrase behind which the place of "out of" stands, or -1
 */
record VerbMatch(Trigger trigger, int token, int phrase, int end, int objectFrom, int placeFrom) {
    private static final Set<String> PARTICLES = Set.of("back", "out", "over", "off", "up", "away");

    TriggerAt at() {
        return new TriggerAt(trigger, token, end, phrase);
    }

    /** Subject and object, whichever way round the sentence has them. */
    record Sides(boolean passive, List<Integer> doer, OptionalInt done, List<Integer> doneSubjects) {
        /** What it is done to: the object, or the subject of a passive. */
        OptionalInt affected() {
            return !passive ? done : doneSubjects.isEmpty() ? OptionalInt.empty() : OptionalInt.of(doneSubjects.get(0));
        }
    }

    Sides sides(Syntax syntax) {
        var group = syntax.verb(phrase);
        OptionalInt object = objectAfter(syntax, objectFrom);
        SentenceOrder order = new SentenceOrder(syntax);
        if (object.isEmpty() && !group.passive() && syntax.agentOf(phrase).isEmpty()) {
            // "the town that rebels captured"
            object = new RelativeClauses(syntax).objectOf(phrase);
        }
        String form = syntax.words.lower(token);
        boolean participle = trigger.participle(form);
        boolean bare =
                participle && !group.auxiliary() && !group.infinitive() && !sharesPerfect(syntax, object.isPresent());
        boolean passive = (group.passive() && participle)
                || (bare && (object.isEmpty() || trigger.onlyParticiple(form)) && placeFrom < 0)
                || (bare && placeFrom >= 0 && object.isEmpty());
        // "had, legally speaking, been taken"
        boolean been = syntax.words.lower(syntax.phrase(phrase).start()).equals("been");
        int parted = bare || been ? order.auxiliaryBeforeAside(phrase) : -1;
        if (parted >= 0 && !been && object.isPresent() && !syntax.verb(parted).copula()) {
            // "had, with their help, taken the town"
            return new Sides(false, syntax.subjectsOf(parted), object, List.of());
        }
        if (passive || parted >= 0) {
            OptionalInt agent = syntax.agentOf(phrase);
            List<Integer> doer = agent.isPresent() ? List.of(agent.getAsInt()) : List.of();
            return new Sides(true, doer, OptionalInt.empty(), patients(syntax, order, bare, parted));
        }
        List<Integer> subjects = syntax.subjectsOf(phrase);
        if (subjects.isEmpty()
                && syntax.is(phrase - 1, Kind.VERB)
                && !syntax.verb(phrase - 1).infinitive()) {
            // "army says takes town"
            subjects = syntax.subjectsOf(phrase - 1);
        }
        return new Sides(false, subjects, object, List.of());
    }

    /** "had overrun bases and taken the town": the auxiliary of the verb before serves it too. */
    private boolean sharesPerfect(Syntax syntax, boolean object) {
        int before = syntax.verbBefore(phrase);
        return object
                && syntax.is(phrase - 1, Kind.AND)
                && before >= 0
                && syntax.verb(before).perfect()
                && !syntax.verb(before).passive()
                && !syntax.between(before, phrase, Set.of(Kind.SUBORDINATOR, Kind.RELATIVE, Kind.BUT));
    }

    /** What a passive is done to, wherever it stands. */
    private List<Integer> patients(Syntax syntax, SentenceOrder order, boolean bare, int parted) {
        if (parted >= 0) {
            return syntax.subjectsOf(parted);
        }
        OptionalInt behind = bare ? order.subjectBehind(phrase) : OptionalInt.empty();
        OptionalInt opened = bare && behind.isEmpty() ? order.subjectAfterOpening(phrase) : OptionalInt.empty();
        if (opened.isPresent()) {
            return List.of(opened.getAsInt());
        }
        OptionalInt became = bare && behind.isEmpty() ? order.subjectOfBecoming(phrase) : behind;
        return became.isPresent() ? List.of(became.getAsInt()) : syntax.subjectsOf(phrase);
    }

    private static OptionalInt objectAfter(Syntax syntax, int phrase) {
        int from = phrase;
        while ((syntax.is(from + 1, Kind.PREPOSITION) && PARTICLES.contains(syntax.lower(from + 1)))
                || syntax.is(from + 1, Kind.ADVERB)) {
            from++;
        }
        return syntax.nounAfter(from);
    }
}
