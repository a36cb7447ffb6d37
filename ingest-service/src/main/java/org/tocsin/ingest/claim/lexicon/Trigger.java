package org.tocsin.ingest.claim.lexicon;

import java.util.List;
import java.util.Set;
import org.tocsin.ingest.claim.ClaimType;

/**
 * A word, or a word with others, that can say that something happened.
 *
 * @param verb else a noun
 * @param forms lower case; for a verb base, -s form, past, participle and -ing form in this order
 * @param with words that must follow a verb or come before a noun; a leading "..." lets the object stand between
 */
public record Trigger(
        boolean verb, ClaimType type, Frame frame, List<String> forms, List<String> with, Set<String> flags) {
    public Trigger {
        forms = List.copyOf(forms);
        with = List.copyOf(with);
        flags = Set.copyOf(flags);
        if (verb && forms.size() != 5) {
            throw new IllegalArgumentException("a verb has five forms: " + forms);
        }
    }

    public boolean has(String flag) {
        return flags.contains(flag);
    }

    /** Is {@code form} the participle of this verb and nothing else ("taken", not "captured")? */
    public boolean onlyParticiple(String form) {
        return verb
                && forms.get(3).equals(form)
                && !forms.get(2).equals(form)
                && !forms.get(0).equals(form);
    }

    /** The same word, telling something else. */
    public Trigger as(ClaimType other) {
        return as(other, frame);
    }

    /** The same word, telling something else in another arrangement. */
    public Trigger as(ClaimType other, Frame arrangement) {
        return new Trigger(verb, other, arrangement, forms, with, flags);
    }

    public boolean participle(String form) {
        return verb && forms.get(3).equals(form);
    }
}
