package org.tocsin.ingest.claim.clause;

import org.tocsin.ingest.claim.ClaimType;
import org.tocsin.ingest.claim.lexicon.Frame;
import org.tocsin.ingest.claim.lexicon.Trigger;

/**
 * A trigger where a sentence has it.
 *
 * @param start first token of its words
 * @param end token after the last
 * @param phrase the phrase whose grammar tells whether it happened: the verb group, the noun phrase or the verb that governs it
 */
record TriggerAt(Trigger trigger, int start, int end, int phrase) {
    TriggerAt as(ClaimType type) {
        return new TriggerAt(trigger.as(type), start, end, phrase);
    }

    TriggerAt as(ClaimType type, Frame frame) {
        return new TriggerAt(trigger.as(type, frame), start, end, phrase);
    }

    TriggerAt governedBy(int verb) {
        return new TriggerAt(trigger, start, end, verb);
    }

    /** With the words that the trigger wants before it: "air strike". */
    TriggerAt withWordsBefore() {
        return new TriggerAt(trigger, start - trigger.with().size(), end, phrase);
    }
}
