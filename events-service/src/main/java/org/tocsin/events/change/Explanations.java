package org.tocsin.events.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tocsin.events.actor.Party;
import org.tocsin.events.change.Explanation.ExplainedChange;
import org.tocsin.events.control.ControlView;
import org.tocsin.events.decision.DecisionView;
import org.tocsin.events.decision.Decisions;
import org.tocsin.events.event.EventView;
import org.tocsin.events.event.Events;
import org.tocsin.events.sanctions.Standing;
import org.tocsin.events.sanctions.Standings;

/** Explains changes. */
@Singleton
class Explanations {
    private static final int UUID_LENGTH = 36;

    private final Feed feed;
    private final Events events;
    private final Decisions decisions;
    private final Standings standings;
    private final ObjectMapper json;

    Explanations(Feed feed, Events events, Decisions decisions, Standings standings, ObjectMapper json) {
        this.feed = feed;
        this.events = events;
        this.decisions = decisions;
        this.standings = standings;
        this.json = json;
    }

    Optional<ExplainedChange> of(UUID id) {
        return feed.byId(id).map(this::explained);
    }

    private ExplainedChange explained(String stored) {
        ChangeView change = read(stored);
        ControlView after = change.after();
        List<EventView> supporting =
                after == null ? List.of() : events.byIds(after.evidence().supporting());
        List<EventView> against =
                after == null ? List.of() : events.byIds(after.evidence().against());
        String rule = after == null ? "" : after.rule();
        DecisionView decision = decisionOf(change).orElse(null);
        String words = ChangeWords.of(change, rule, supporting, against)
                + (decision == null ? "" : DecisionWords.of(decision, change.cause()));
        List<Standing> sanctions = after == null
                ? standings.of(change.actor(), change.validFrom())
                : standings.of(partiesOf(after), after.at());
        return new ExplainedChange(change, new Explanation(rule, words, supporting, against, decision, sanctions));
    }

    private static List<Party> partiesOf(ControlView control) {
        Party holder = control.holder();
        return holder != null
                ? List.of(holder)
                : control.parties().stream().map(ControlView.PartyShare::actor).toList();
    }

    /** The decision that was made or ended, or else the one that stands after the change. */
    private Optional<DecisionView> decisionOf(ChangeView change) {
        ControlView after = change.after();
        String cause = change.cause().type().equals("decision") ? change.cause().id() : null;
        String id = cause != null ? cause : after == null ? null : after.decision();
        return id == null ? Optional.empty() : decisions.byId(UUID.fromString(id.substring(0, UUID_LENGTH)));
    }

    /** A change as the feed keeps it. */
    ChangeView read(String stored) {
        try {
            return json.readValue(stored, ChangeView.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
