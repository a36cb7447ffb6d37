package org.tocsin.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each program in turn, and PostgreSQL, is ended with {@code kill -9} while reports arrive. Whatever was answered with 2xx must be read, stored
 * and alerted exactly once in effect: one alert for each change, and the same {@code webhook-id} where it is sent twice.
 */
class FaultsIT {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    @Test
    void nothingThatWasAcceptedIsLostOrDoubledWhenAnyProcessDies() throws Exception {
        try (Stack stack = Stack.startedOnFreePorts(ROOT, folder);
                Receiver receiver = Receiver.listen(0, arrival -> {})) {
            Bell bell = Bell.subscribe(stack.api(stack.alerts(), "subscriber"), receiver.address());
            receiver.secret(bell.secret());
            bell.awaitActive(Duration.ofSeconds(30));

            AtomicInteger sent = new AtomicInteger();
            ExecutorService thread = Executors.newSingleThreadExecutor();
            Future<Map<String, String>> accepted = thread.submit(() -> sendAll(stack, sent));
            int quarter = Takings.cities() / 5;
            awaitSent(sent, quarter);
            stack.crashAndRestart(stack.events());
            awaitSent(sent, 2 * quarter);
            stack.crashAndRestart(stack.alerts());
            awaitSent(sent, 3 * quarter);
            stack.crashAndRestart(stack.ingest());
            awaitSent(sent, 4 * quarter);
            stack.postgres().crashAndRestart();

            Map<String, String> reports = accepted.get(3, TimeUnit.MINUTES);
            thread.shutdown();
            assertEquals(Takings.cities(), reports.size());
            awaitAllRead(stack, reports);
            Settled.await(stack, receiver, Duration.ofMinutes(2));
            everyReportRangOnce(stack, receiver, reports);
        }
    }

    /** Sends each report until it is answered with 2xx, and returns their ids with their cities. */
    private static Map<String, String> sendAll(Stack stack, AtomicInteger sent) throws InterruptedException {
        Api ingest = stack.api(stack.ingest(), "reporter");
        Map<String, String> accepted = new HashMap<>();
        for (int i = 0; i < Takings.cities(); i++) {
            JsonNode report = Takings.report(i);
            int number = i;
            Wait.until("the report to be accepted", Duration.ofMinutes(1), () -> {
                Api.Answer answer = ingest.post("/reports", report);
                if (answer.ok()) {
                    accepted.put(answer.body().path("id").asText(), Takings.city(number));
                } else {
                    assertTrue(answer.status() == 503, "only 'temporarily unavailable' is an answer here: " + answer);
                }
                return answer.ok();
            });
            sent.incrementAndGet();
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return accepted;
    }

    private static void awaitSent(AtomicInteger sent, int count) {
        Wait.until(count + " reports to be sent", Duration.ofMinutes(2), () -> sent.get() >= count);
    }

    private static void awaitAllRead(Stack stack, Map<String, String> reports) {
        Api ingest = stack.api(stack.ingest(), "reader");
        for (String id : reports.keySet()) {
            Wait.until("report " + id + " to be read", Duration.ofMinutes(1), () -> ingest.get("/reports/" + id)
                    .body()
                    .path("status")
                    .asText()
                    .equals("READ"));
        }
    }

    private static void everyReportRangOnce(Stack stack, Receiver receiver, Map<String, String> reports)
            throws IOException {
        Wait.until("an alert for each report", Duration.ofMinutes(2), () -> changedHands(receiver)
                .keySet()
                .equals(reports.keySet()));
        Settled.await(stack, receiver, Duration.ofMinutes(1));
        Map<String, Set<String>> ids = changedHands(receiver);
        ids.forEach((report, alerts) ->
                assertEquals(1, alerts.size(), "one webhook-id for " + reports.get(report) + ", not " + alerts));
        Set<String> ringing = Settled.ringing(stack.api(stack.events(), "admin"));
        assertEquals(reports.size(), ringing.size(), "one change for each report");
        assertTrue(receiver.alerts().stream().allMatch(Receiver.Arrival::verified));
    }

    /** The webhook ids of the changes of hands, by the report that caused each. */
    private static Map<String, Set<String>> changedHands(Receiver receiver) {
        Map<String, Set<String>> ids = new HashMap<>();
        for (Receiver.Arrival arrival : receiver.alerts()) {
            JsonNode change = arrival.event().path("data").path("change");
            if (change.path("kind").asText().equals("CHANGED_HANDS")) {
                String report = change.path("cause").path("id").asText().substring(0, 36);
                ids.computeIfAbsent(report, r -> new HashSet<>()).add(arrival.id());
            }
        }
        return ids;
    }
}
