package org.tocsin.ingest.claim.clause;

import org.jspecify.annotations.Nullable;

/**
 * A run of words that acts as one.
 *
 * @param start first token
 * @param end token after the last
 * @param head the word that counts: of a noun phrase its last noun, of a verb group its main verb
 * @param possessive a noun phrase that owns the next one ("ISIS's")
 * @param verb of verb groups
 */
public record Phrase(
        Kind kind,
        int start,
        int end,
        int head,
        boolean possessive,
        @Nullable VerbGroup verb) {
    public enum Kind {
        NOUN,
        DATE,
        VERB,
        PREPOSITION,
        AND,
        BUT,
        COMMA,
        /** who, which, that after a noun. */
        RELATIVE,
        /** that, if, after, while and their like. */
        SUBORDINATOR,
        ADVERB,
        /** Quotes, colons, dashes, semicolons. */
        MARK,
        /** Words in parentheses: passed over. */
        ASIDE
    }

    /**
     * @param modal lower case, or empty
     * @param infinitive "to take"
     * @param gerund "taking" without a form of be
     * @param auxiliary has any form of be, have, do or a modal
     * @param copula the main verb is a form of be
     */
    public record VerbGroup(
            String modal,
            boolean negated,
            boolean passive,
            boolean perfect,
            boolean progressive,
            boolean infinitive,
            boolean gerund,
            boolean auxiliary,
            boolean copula) {}

    public boolean is(Kind wanted) {
        return kind == wanted;
    }
}
