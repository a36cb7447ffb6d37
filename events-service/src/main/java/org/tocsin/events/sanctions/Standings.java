package org.tocsin.events.sanctions;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.actor.Party;

/** The one place where the standing of a holder is asked for. This release keeps no lists, so nobody stands on any. */
@Singleton
public class Standings {
    /** The holder's standing on each list as of a day. */
    public List<Standing> of(@Nullable Party holder, LocalDate asOf) {
        return List.of();
    }
}
