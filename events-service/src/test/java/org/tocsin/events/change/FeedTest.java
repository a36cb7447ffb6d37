package org.tocsin.events.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tocsin.events.Calls.as;
import static org.tocsin.events.Calls.json;
import static org.tocsin.events.Calls.put;
import static org.tocsin.events.Calls.report;
import static org.tocsin.events.Calls.taking;
import static org.tocsin.events.Calls.tree;
import static org.tocsin.events.Calls.uuid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.tocsin.service.access.Role;
import org.tocsin.testing.PostgresAndKeys;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class FeedTest {
    private static final int WRITERS = 8;
    private static final int REPORTS = 15;
    /** Cities of Ukraine, which no other test touches. */
    private static final List<String> PLACES = List.of("706448", "702550", "698740", "703448");

    @Test
    void aReaderSeesEveryChangeOfManyWritersExactlyOnce() throws Exception {
        String start = json("/changes?after=now").path("next").asText();
        CompletableFuture<List<String>> reader = new CompletableFuture<>();
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 1);
        try {
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int number = writer;
                writers.add(threads.submit(() -> write(number)));
            }
            Future<?> reading = threads.submit(() -> {
                List<String> seen = new ArrayList<>();
                String cursor = start;
                boolean writing = true;
                while (true) {
                    boolean last = !writing;
                    JsonNode page = json("/changes?limit=3&after=" + cursor);
                    page.path("items")
                            .forEach(change -> seen.add(change.path("id").asText()));
                    cursor = page.path("next").asText();
                    writing = !writers.stream().allMatch(Future::isDone);
                    if (last && page.path("items").isEmpty()) {
                        reader.complete(seen);
                        return;
                    }
                }
            });
            for (Future<?> writer : writers) {
                writer.get(2, TimeUnit.MINUTES);
            }
            reading.get(2, TimeUnit.MINUTES);
        } finally {
            threads.shutdownNow();
        }
        List<String> seen = reader.get();
        List<String> all = new ArrayList<>();
        String cursor = start;
        JsonNode page;
        do {
            page = json("/changes?limit=1000&after=" + cursor);
            page.path("items").forEach(change -> all.add(change.path("id").asText()));
            cursor = page.path("next").asText();
        } while (!page.path("items").isEmpty());
        assertEquals(all, seen);
        assertEquals(seen.size(), new HashSet<>(seen).size());
        assertTrue(seen.size() >= PLACES.size(), "each place changed hands: " + seen.size());
    }

    /** Each report takes two of the places, in an order that would lock up writers who lock as they go. */
    private static void write(int writer) {
        for (int i = 0; i < REPORTS; i++) {
            String id = uuid();
            ObjectNode said = report("writer-" + writer, "2022-03-20T10:00:00Z", 1);
            String day = "2022-03-" + (10 + (writer + i) % 10);
            taking(said, id + "-1-0-0", PLACES.get((writer + i) % 4), "government-of-ru", day);
            taking(said, id + "-1-1-0", PLACES.get((writer + 3 * i + 1) % 4), "government-of-ru", day);
            put(id, said.toString()).statusCode(200);
        }
    }

    @Test
    void aWaitingReaderIsWokenByTheChange() throws Exception {
        String start = json("/changes?after=now").path("next").asText();
        CompletableFuture<JsonNode> woken = CompletableFuture.supplyAsync(() -> tree(as(Role.SUBSCRIBER)
                .when()
                .get("/changes?wait=30&after=" + start)
                .then()
                .statusCode(200)
                .extract()
                .asString()));
        String id = uuid();
        ObjectNode said = report("wake-wire", "2023-05-21T10:00:00Z", 1);
        taking(said, id + "-1-0-0", "711660", "government-of-ru", "2023-05-20");
        put(id, said.toString()).statusCode(200);
        assertEquals(
                "CHANGED_HANDS",
                woken.get(20, TimeUnit.SECONDS)
                        .path("items")
                        .get(0)
                        .path("kind")
                        .asText());
    }

    @Test
    void waitingForNothingEndsWithTheSameCursor() {
        // What other tests set off in the background may still be told; nothing is told all the time.
        Set<String> cursors = new HashSet<>();
        for (int tries = 0; tries < 50 && cursors.size() != 1; tries++) {
            String start = json("/changes?after=now").path("next").asText();
            JsonNode nothing = json("/changes?wait=1&after=" + start);
            cursors.clear();
            cursors.add(start);
            cursors.add(nothing.path("next").asText());
        }
        assertEquals(1, cursors.size());
    }
}
