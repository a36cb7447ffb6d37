package org.tocsin.events.control;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tocsin.events.actor.Alignment;
import org.tocsin.events.actor.Party;
import org.tocsin.events.actor.Sides;

/** Everything that is recorded about places, from which their timelines follow. */
@Singleton
public class Records {
    private final EvidenceRows evidence;
    private final DecisionRows decisions;
    private final Baselines baselines;
    private final Sides sides;

    Records(EvidenceRows evidence, DecisionRows decisions, Baselines baselines, Sides sides) {
        this.evidence = evidence;
        this.decisions = decisions;
        this.baselines = baselines;
        this.sides = sides;
    }

    /** What is known now about each place. */
    public Map<String, Recorded> on(Collection<String> places) {
        Alignment alignment = sides.alignment(Optional.empty());
        Map<String, List<Evidence>> said = evidence.on(places, alignment);
        Map<String, List<Decision>> decided = decisions.on(places, Optional.empty(), alignment);
        Map<String, Optional<Party>> baseline = baselines.of(places, Optional.empty(), alignment);
        Map<String, Recorded> recorded = new HashMap<>();
        for (String place : places) {
            recorded.put(
                    place,
                    new Recorded(
                            said.getOrDefault(place, List.of()),
                            decided.getOrDefault(place, List.of()),
                            baseline.getOrDefault(place, Optional.empty()).orElse(null),
                            alignment::allied));
        }
        return recorded;
    }

    /**
     * What was known about a place at an earlier time.
     *
     * @param knownAt only what was recorded by then and not taken back yet; empty for now
     * @param publishedUntil only reports that were published by then; empty for all
     */
    public Recorded asOf(String place, Optional<Instant> knownAt, Optional<Instant> publishedUntil) {
        Alignment alignment = sides.alignment(knownAt);
        return new Recorded(
                evidence.asOf(place, knownAt, publishedUntil, alignment),
                decisions.on(List.of(place), knownAt, alignment).getOrDefault(place, List.of()),
                baselines
                        .of(List.of(place), knownAt, alignment)
                        .getOrDefault(place, Optional.empty())
                        .orElse(null),
                alignment::allied);
    }

    /** Who holds each place as long as nothing is known; empty for nobody. */
    Map<String, Optional<Party>> baselinesOf(Collection<String> places) {
        return places.isEmpty() ? Map.of() : baselines.of(places, Optional.empty(), sides.alignment(Optional.empty()));
    }
}
