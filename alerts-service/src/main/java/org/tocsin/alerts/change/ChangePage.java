package org.tocsin.alerts.change;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * One answer of the feed.
 *
 * @param next the cursor to go on from
 */
public record ChangePage(List<Item> items, String next) {
    public ChangePage {
        items = List.copyOf(items);
    }

    /** @param json the change as it came, to be passed on whole */
    public record Item(Change change, JsonNode json) {}
}
