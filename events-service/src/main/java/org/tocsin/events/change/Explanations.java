package org.tocsin.events.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tocsin.events.change.Explanation.ExplainedChange;
import org.tocsin.events.control.ControlView;
import org.tocsin.events.event.EventView;
import org.tocsin.events.event.Events;

/** Explains changes. */
@Singleton
class Explanations {
    private final Feed feed;
    private final Events events;
    private final ObjectMapper json;

    Explanations(Feed feed, Events events, ObjectMapper json) {
        this.feed = feed;
        this.events = events;
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
        return new ExplainedChange(
                change, new Explanation(rule, ChangeWords.of(change, rule, supporting, against), supporting, against));
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
