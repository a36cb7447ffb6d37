package org.tocsin.alerts.change;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the feed of changes of events-service by long poll, and proves itself with the service token. */
@ApplicationScoped
public class ChangesClient {
    private static final int LIMIT = 500;
    private static final int GONE = 410;

    private final EventsService events;

    ChangesClient(EventsService events) {
        this.events = events;
    }

    /** The cursor is of an earlier life of the feed: read it again from the beginning. */
    public static final class FeedRestarted extends IOException {
        private static final long serialVersionUID = 1L;

        FeedRestarted() {
            super("the cursor is of an earlier life of the feed");
        }
    }

    /**
     * The changes after {@code cursor}, the first ones without; waits up to {@code wait} when there are none.
     *
     * @throws FeedRestarted when the cursor is not good any more
     * @throws IOException when events-service cannot be reached or does not answer as agreed
     */
    public ChangePage after(@Nullable String cursor, Duration wait) throws IOException, InterruptedException {
        String query = "?limit=" + LIMIT + "&wait=" + wait.toSeconds()
                + (cursor == null ? "" : "&after=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8));
        HttpResponse<String> answer = events.get("/changes" + query, wait.plusSeconds(5));
        if (answer.statusCode() == GONE) {
            throw new FeedRestarted();
        }
        if (answer.statusCode() != 200) {
            throw new IOException("events-service answered " + answer.statusCode());
        }
        return pageOf(answer.body());
    }

    private ChangePage pageOf(String body) throws IOException {
        JsonNode page = ChangeJson.read(body);
        if (!page.path("items").isArray() || !page.path("next").isTextual()) {
            throw new IOException("events-service answered something that is no page of changes");
        }
        List<ChangePage.Item> items = new ArrayList<>();
        for (JsonNode item : page.path("items")) {
            items.add(ChangeJson.item(item));
        }
        return new ChangePage(items, page.path("next").asText());
    }
}
