package org.tocsin.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the feed of changes from the beginning by long polls, as alerts-service does; asks again where it was when its service is away. */
final class FeedReader {
    private static final long PAUSE_MILLIS = 100;

    private final Api api;
    private final int limit;
    private final List<JsonNode> changes = new ArrayList<>();
    private final Thread thread = new Thread(this::read, "feed reader");
    private volatile String cursor = "";
    private volatile String end = "none";

    private FeedReader(Api api, int limit) {
        this.api = api;
        this.limit = limit;
    }

    /** Begins to read, so many changes at once. */
    static FeedReader of(Api api, int limit) {
        FeedReader reader = new FeedReader(api, limit);
        reader.thread.setDaemon(true);
        reader.thread.start();
        return reader;
    }

    /** Returns when it has read up to this cursor. */
    void stopAt(String last) throws InterruptedException {
        end = last;
        thread.join(60_000);
        if (thread.isAlive()) {
            throw new AssertionError("the reader is still at " + cursor + " and not at " + last);
        }
    }

    /** What it read; to be asked for when it has stopped. */
    List<JsonNode> changes() {
        return changes;
    }

    List<String> ids() {
        return changes.stream().map(change -> change.path("id").asText()).toList();
    }

    private void read() {
        while (!cursor.equals(end)) {
            try {
                JsonNode page = api.get("/changes?wait=1&limit=" + limit + (cursor.isEmpty() ? "" : "&after=" + cursor))
                        .orTrouble("The feed");
                page.path("items").forEach(changes::add);
                cursor = page.path("next").asText();
            } catch (IOException e) {
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
