package org.tocsin.ingest.claim.clause;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.tocsin.ingest.claim.clause.Phrase.Kind;

/**
 * The verb that a noun hangs on.
 *
 * @param verb its verb group, or -1
 * @param object whether the noun is what the verb is done to in the active: "signed a truce", "agreed to a truce"; otherwise it stands before the verb
 */
record Governor(int verb, boolean object) {
    private static final Set<String> THROUGH = Set.of("to", "on", "upon", "a", "up");

    static Governor of(Syntax syntax, int noun) {
        int before = syntax.verbBefore(noun);
        if (before >= 0 && isObject(syntax, before, noun)) {
            return new Governor(before, true);
        }
        int after = syntax.verbAfter(noun);
        boolean apart = after < 0 || syntax.between(noun, after, Set.of(Kind.SUBORDINATOR, Kind.RELATIVE, Kind.BUT));
        return new Governor(apart ? -1 : after, false);
    }

    private static boolean isObject(Syntax syntax, int verb, int noun) {
        for (int i = verb + 1; i < noun; i++) {
            boolean passed = syntax.is(i, Kind.ADVERB) || syntax.is(i, Kind.DATE) || syntax.isPreposition(i, THROUGH);
            if (!passed && syntax.nounAfter(i - 1).orElse(-1) != noun) {
                return false;
            }
        }
        return true;
    }

    boolean isOneOf(Syntax syntax, Set<String> verbs) {
        return verb >= 0
                && syntax.is(verb, Kind.VERB)
                && syntax.words.isOneOf(syntax.phrase(verb).head(), verbs);
    }

    /** Who does it: the subject, or "by ..." of a passive. */
    List<Integer> doers(Syntax syntax) {
        if (verb < 0) {
            return List.of();
        }
        if (object) {
            return syntax.subjectsOf(verb);
        }
        OptionalInt agent = syntax.agentOf(verb);
        return agent.isPresent() ? List.of(agent.getAsInt()) : List.of();
    }
}
