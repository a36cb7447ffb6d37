package org.tocsin.events.change;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.change.Explanation.ExplainedChange;
import org.tocsin.events.event.EventView;
import org.tocsin.events.publisher.Publishers.Publisher;

/**
 * All that the printable page of a change shows.
 *
 * @param sentences the sentence of each event, by its id
 * @param publishers by id, as they are known at the time of printing
 * @param cause the event that caused the change; null where another thing did
 * @param revised the earlier change that it revises; null for none
 * @param revisedBy later changes that revise this one
 * @param country name of the place's country
 * @param region name of its first-level division, or empty
 * @param docs address under which the project's folder docs is published; empty when none is configured
 * @param version of the software
 */
record Printable(
        ExplainedChange explained,
        Map<String, String> sentences,
        Map<String, Publisher> publishers,
        @Nullable EventView cause,
        @Nullable ChangeView revised,
        List<ChangeView> revisedBy,
        String country,
        String region,
        String docs,
        Instant printedAt,
        String version) {

    ChangeView change() {
        return explained.change();
    }

    String sentence(EventView event) {
        return sentences.getOrDefault(event.id(), "");
    }
}
