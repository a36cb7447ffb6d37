package org.tocsin.events;

import static org.tocsin.events.Calls.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Reads the changes of one place from the end of the feed on, as far as it was when this was made. */
public final class FeedReader {
    private static final int SECONDS = 20;

    private final String start = json("/changes?after=now").path("next").asText();

    /** The changes of the place, as soon as there are so many; for none, those that are there. */
    public List<JsonNode> changes(String place, int count) {
        List<JsonNode> found = new ArrayList<>();
        String cursor = start;
        long deadline = System.nanoTime() + SECONDS * 1_000_000_000L;
        boolean first = true;
        while ((first || found.size() < count) && System.nanoTime() < deadline) {
            first = false;
            JsonNode page = json("/changes?wait=" + (count == 0 ? 0 : 2) + "&limit=1000&after=" + cursor);
            for (JsonNode change : page.path("items")) {
                if (change.path("place").path("id").asText().equals(place)) {
                    found.add(change);
                }
            }
            cursor = page.path("next").asText();
        }
        return found;
    }

    /** As {@link #changes}, in a line each. */
    public List<String> lines(String place, int count) {
        return changes(place, count).stream().map(FeedReader::inWords).toList();
    }

    private static String inWords(JsonNode change) {
        return change.path("kind").asText()
                + " " + change.path("validFrom").asText()
                + " " + change.path("from").path("id").asText("nobody")
                + " -> " + change.path("to").path("id").asText("nobody")
                + " " + change.path("after").path("assurance").asText()
                + (change.path("current").asBoolean() ? " current" : "")
                + (change.path("live").asBoolean() ? "" : " past")
                + (change.path("revises").isNull() ? "" : " revising")
                + " by " + change.path("cause").path("type").asText();
    }

    /** Waits until it is so. */
    public static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + SECONDS * 1_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("never came: " + what);
            }
            Thread.onSpinWait();
        }
    }
}
