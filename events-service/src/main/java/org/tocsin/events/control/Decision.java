package org.tocsin.events.control;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.actor.Party;
import org.tocsin.events.control.Control.Share;

/**
 * What an analyst decided about a place. It stands over what sources say from its day on until it ends.
 *
 * @param id of the decision
 * @param holder who holds the place when HELD, who held it before when CONTESTED; null for nobody known
 * @param challenger who contests it, when CONTESTED
 * @param parties who has how much when CONTESTED, the holder before first
 * @param from first day
 * @param until first day after it; null as long as it has not expired
 * @param recordedAt of two decisions for one day the one recorded later stands
 */
public record Decision(
        String id,
        State state,
        @Nullable Party holder,
        @Nullable Party challenger,
        List<Share> parties,
        LocalDate from,
        @Nullable LocalDate until,
        Instant recordedAt) {
    public Decision {
        parties = List.copyOf(parties);
    }

    boolean covers(LocalDate day) {
        return !from.isAfter(day) && (until == null || until.isAfter(day));
    }
}
