package org.tocsin.ingest.claim.clause;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.claim.ActorName;
import org.tocsin.ingest.claim.ClaimType;
import org.tocsin.ingest.claim.Extent;
import org.tocsin.ingest.claim.lexicon.Trigger;
import org.tocsin.reference.Place;

/**
 * Something that a sentence speaks of, before it is asked whether the text says that it happened. Token indexes are those of the field.
 *
 * @param phrase the phrase that the trigger stands in
 * @param place null where none is named that is known
 * @param actorWritten the actor by the words alone, without what the report tells about it
 * @param placeTokens first token and token after the last, or null
 */
public record Finding(
        Trigger trigger,
        ClaimType type,
        int triggerStart,
        int triggerEnd,
        int phrase,
        @Nullable Place place,
        Extent extent,
        @Nullable TokenSpan placeTokens,
        @Nullable ActorName actor,
        @Nullable TokenSpan actorTokens,
        boolean actorSure,
        @Nullable ActorName target,
        @Nullable ActorName actorWritten,
        @Nullable ActorName targetWritten,
        List<String> notes) {

    /** From token {@code start} up to but not including {@code end}. */
    public record TokenSpan(int start, int end) {}

    public Finding {
        notes = List.copyOf(notes);
    }

    /** The same as if another phrase told it. */
    public Finding at(int otherPhrase) {
        return new Finding(
                trigger,
                type,
                triggerStart,
                triggerEnd,
                otherPhrase,
                place,
                extent,
                placeTokens,
                actor,
                actorTokens,
                actorSure,
                target,
                actorWritten,
                targetWritten,
                notes);
    }

    /** The same without who did it. */
    Finding withoutActor() {
        return new Finding(
                trigger,
                type,
                triggerStart,
                triggerEnd,
                phrase,
                place,
                extent,
                placeTokens,
                null,
                null,
                false,
                target,
                null,
                targetWritten,
                notes);
    }

    public Optional<Place> where() {
        return Optional.ofNullable(place);
    }
}
