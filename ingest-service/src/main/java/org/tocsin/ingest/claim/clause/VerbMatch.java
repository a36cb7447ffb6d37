package org.tocsin.ingest.claim.clause;

import java.util.List;
import java.util.Optional;
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
    private static final int WITHIN = 12;
    private static final Set<String> PARTICLES = Set.of("back", "out", "over", "off", "up", "away");
    private static final Set<String> AIR = Set.of(
            "air",
            "aerial",
            "airstrike",
            "airstrikes",
            "air-strike",
            "air-strikes",
            "warplane",
            "warplanes",
            "jet",
            "jets",
            "aircraft",
            "drone",
            "drones",
            "plane",
            "planes",
            "helicopter",
            "helicopters",
            "missile",
            "missiles",
            "bombers");

    /** The verb at the token, if all that the trigger asks for is there. */
    static Optional<VerbMatch> of(Syntax syntax, Trigger trigger, int token, int phrase) {
        Words words = syntax.words;
        List<String> with = trigger.with();
        if (trigger.has("back") && !backFollows(syntax, token, phrase)) {
            return Optional.empty();
        }
        if (trigger.has("air") && !words.anyOf(words.from(), words.to(), AIR)) {
            return Optional.empty();
        }
        if (with.isEmpty()) {
            return Optional.of(new VerbMatch(trigger, token, phrase, token + 1, phrase, -1));
        }
        boolean apart = with.get(0).equals("...");
        List<String> wanted = apart ? with.subList(1, with.size()) : with;
        int limit = Math.min(words.to() - wanted.size(), token + 1 + (apart ? WITHIN : 3));
        for (int i = token + 1; i <= limit; i++) {
            if (stands(words, wanted, i)) {
                int last = syntax.phraseOf(i + wanted.size() - 1);
                return Optional.of(new VerbMatch(
                        trigger,
                        token,
                        phrase,
                        apart ? token + 1 : i + wanted.size(),
                        apart ? phrase : last,
                        apart ? last : -1));
            }
            boolean otherVerb = syntax.is(syntax.phraseOf(i), Kind.VERB) && syntax.phraseOf(i) != phrase;
            boolean stop = otherVerb
                    || (words.lower(i).equals(",") && !apart)
                    || syntax.is(syntax.phraseOf(i), Kind.SUBORDINATOR);
            boolean name = !apart && words.mention(i) != null && !Set.of("over").containsAll(wanted);
            if (stop || name) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean stands(Words words, List<String> wanted, int from) {
        for (int i = 0; i < wanted.size(); i++) {
            if (!words.lower(from + i).equals(wanted.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean backFollows(Syntax syntax, int token, int phrase) {
        int next = syntax.verbAfter(phrase);
        int limit = next < 0 ? syntax.words.to() : syntax.phrase(next).start();
        return syntax.words.anyOf(token - 1, Math.min(limit, token + WITHIN), Set.of("back"));
    }

    /** Subject and object, whichever way round the sentence has them. */
    record Sides(boolean passive, List<Integer> doer, OptionalInt done, List<Integer> doneSubjects) {}

    Sides sides(Syntax syntax) {
        var group = syntax.verb(phrase);
        OptionalInt object = objectAfter(syntax, objectFrom);
        String form = syntax.words.lower(token);
        boolean participle = trigger.participle(form);
        boolean bare = participle && !group.auxiliary() && !group.infinitive();
        boolean passive = (group.passive() && participle)
                || (bare && (object.isEmpty() || trigger.onlyParticiple(form)) && placeFrom < 0)
                || (bare && placeFrom >= 0 && object.isEmpty());
        if (passive) {
            OptionalInt agent = syntax.agentOf(phrase);
            List<Integer> doer = agent.isPresent() ? List.of(agent.getAsInt()) : List.of();
            return new Sides(true, doer, OptionalInt.empty(), syntax.subjectsOf(phrase));
        }
        return new Sides(false, syntax.subjectsOf(phrase), object, List.of());
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
