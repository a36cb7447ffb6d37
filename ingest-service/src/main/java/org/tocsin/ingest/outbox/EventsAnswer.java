package org.tocsin.ingest.outbox;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What events-service answers to a report's events; only what is looked at. */
@JsonIgnoreProperties(ignoreUnknown = true)
record EventsAnswer(@Nullable List<Item> items) {
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Item(@Nullable String id, @Nullable String outcome) {
        boolean isRefused() {
            return "REFUSED".equals(outcome);
        }
    }

    long refused() {
        return items == null ? 0 : items.stream().filter(Item::isRefused).count();
    }
}
