package org.tocsin.events.control;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.actor.Party;
import org.tocsin.events.event.DatePrecision;
import org.tocsin.events.event.EventType;
import org.tocsin.events.event.Extent;
import org.tocsin.events.event.Stance;
import org.tocsin.events.publisher.Grade;

/**
 * An event on one place, as far as it bears on who holds that place. The parties are sides: whoever holds for another stands here as the
 * other.
 *
 * @param actor who takes, holds, leaves or fights
 * @param target who lost or is fought
 * @param claimant who says so, if not the publisher
 * @param occurredOn first possible day in the place's time zone
 * @param source the report that says so
 */
public record Evidence(
        String id,
        EventType type,
        Stance stance,
        boolean changesHands,
        Extent extent,
        @Nullable Party actor,
        @Nullable Party target,
        @Nullable Party claimant,
        LocalDate occurredOn,
        DatePrecision datePrecision,
        Source source) {

    /**
     * @param report id of the report
     * @param publisher slug of the publisher
     * @param grade its reliability
     * @param curated whether it is a data set that people compile and check, whose own word confirms
     * @param copyOf id of the report that this one nearly copies
     */
    public record Source(
            String report,
            String publisher,
            Grade grade,
            boolean curated,
            Instant publishedAt,
            @Nullable String copyOf) {
        /** The report whose story this is. */
        String story() {
            return copyOf == null ? report : copyOf;
        }
    }

    /** Whether {@code side} itself is who says so. */
    boolean saidBy(@Nullable Party side) {
        return claimant != null && side != null && claimant.key().equals(side.key());
    }

    /** Whether the publisher says so itself. */
    boolean ownVoice() {
        return stance == Stance.ASSERTED && claimant == null;
    }

    /** Whether a curated data set says so itself. */
    boolean curated() {
        return source.curated() && ownVoice();
    }

    LocalDate lastDay() {
        return datePrecision.lastDay(occurredOn);
    }
}
