package org.tocsin.events.control;

import org.jspecify.annotations.Nullable;
import org.tocsin.events.actor.Party;
import org.tocsin.events.event.EventType;
import org.tocsin.events.event.Extent;
import org.tocsin.events.event.Stance;

/** What an event says about who holds the place. */
enum Statement {
    /** A part of the place is taken. */
    PART,
    /** Fighting inside. */
    FIGHT,
    /** The place is taken. */
    TAKE,
    /** Who held it left. */
    LEAVE,
    /** Who holds it holds it. */
    HOLD,
    /** A taking did not happen. */
    DENY,
    /** A leaving did not happen. */
    STAY,
    NOTHING;

    static final Party UNNAMED = new Party(null, "unnamed forces");

    static Statement of(Evidence event) {
        if (event.stance() == Stance.DENIED) {
            return denied(event.type());
        }
        if (!event.stance().tellsFact()) {
            return NOTHING;
        }
        return switch (event.type()) {
            case TERRITORY_SEIZED, TERRITORY_REGAINED, TERRITORY_TRANSFERRED -> taking(event);
            case WITHDRAWAL -> event.changesHands() && event.actor() != null ? LEAVE : NOTHING;
            case TERRITORY_HELD, ATTACK_REPELLED ->
                event.extent().decidesPlace() && event.actor() != null ? HOLD : NOTHING;
            case SIEGE -> HOLD;
            case ARMED_CLASH -> event.extent().decidesPlace() || event.extent() == Extent.PART ? FIGHT : NOTHING;
            default -> NOTHING;
        };
    }

    private static Statement denied(EventType type) {
        if (type == EventType.WITHDRAWAL) {
            return STAY;
        }
        return type.movesControl() ? DENY : NOTHING;
    }

    private static Statement taking(Evidence event) {
        if (event.changesHands()) {
            return TAKE;
        }
        return event.extent().isPart() ? PART : NOTHING;
    }

    /** Who takes, or holds; null where the event does not say and the state must. */
    static @Nullable Party holderBy(Evidence event) {
        return event.type() == EventType.SIEGE ? event.target() : event.actor();
    }
}
