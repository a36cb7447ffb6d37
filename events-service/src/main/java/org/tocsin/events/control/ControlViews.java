package org.tocsin.events.control;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import org.tocsin.events.place.PlaceView;
import org.tocsin.events.sanctions.Standings;
import org.tocsin.reference.Place;

/** Shows control to callers. */
@Singleton
public class ControlViews {
    private final Standings standings;

    ControlViews(Standings standings) {
        this.standings = standings;
    }

    public ControlView of(Place place, LocalDate at, Control control) {
        boolean held = control.state() == State.HELD;
        return new ControlView(
                PlaceView.of(place),
                at,
                control.state(),
                held ? control.holder() : null,
                control.parties().stream()
                        .map(share -> new ControlView.PartyShare(share.actor(), share.extent()))
                        .toList(),
                control.fighting(),
                control.assurance(),
                control.since(),
                control.rule().slug(),
                control.decision(),
                new ControlView.EvidenceIds(control.supporting(), control.opposing()),
                held
                        ? standings.of(control.holder(), at)
                        : standings.of(
                                control.parties().stream()
                                        .map(Control.Share::actor)
                                        .toList(),
                                at));
    }
}
