package org.tocsin.ingest.rereading;

import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tocsin.ingest.Calls.as;
import static org.tocsin.ingest.Calls.awaited;
import static org.tocsin.ingest.Calls.json;
import static org.tocsin.ingest.Calls.stored;
import static org.tocsin.ingest.rereading.ReReadingCalls.ALL;
import static org.tocsin.ingest.rereading.ReReadingCalls.cancel;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.tocsin.ingest.EventsAddress;
import org.tocsin.service.access.Role;
import org.tocsin.testing.StubServer;
import org.tocsin.testing.StubServer.Answer;

/** Reports that were read and sent, and events-service, which they were sent to, as a stub. */
final class Archive implements AutoCloseable {
    static final String MOSUL = "Islamic State fighters seized Mosul from the army on Tuesday.";
    static final String TIKRIT = "Islamic State fighters seized Tikrit from the army on Tuesday.";
    static final Answer TAKEN = Answer.json(200, "{\"items\": []}");

    private final StubServer events = StubServer.start(EventsAddress.port(), r -> TAKEN);

    /** Waits until nothing is left to do of other tests, which may have left thousands of reports that would rightly go first. */
    void awaitRest() {
        awaitNone("select count(*) from reading_queue", "reports to read");
        awaitNone("select count(*) from dispatch where due_at < now() + interval '1 minute'", "reports to send");
    }

    StubServer events() {
        return events;
    }

    /** Stores a report and returns its id when it has been sent. */
    String sent(Map<String, Object> report) {
        String id = stored(report);
        awaited("/reports/" + id + "/claims", "status", "READ");
        awaitedBody(id, 1);
        awaitNone("select count(*) from dispatch where report = '" + id + "'", "the report to send");
        return id;
    }

    /** What was sent of the report, in order. */
    List<JsonNode> bodies(String id) {
        return events.requests().stream()
                .filter(r -> r.path().contains(id))
                .map(r -> json(r.body()))
                .toList();
    }

    /** What was sent of the report the {@code number}th time. */
    JsonNode awaitedBody(String id, int number) {
        return json(events.await(number, r -> r.path().contains(id), Duration.ofSeconds(30))
                .get(number - 1)
                .body());
    }

    /** Cancels all re-readings that are open. */
    @Override
    public void close() {
        try {
            for (JsonNode open :
                    json(as(Role.READER).get(ALL + "?limit=100").asString()).get("items")) {
                if (!Set.of("APPLIED", "CANCELLED").contains(open.get("state").asText())) {
                    // 409 when it was applied just now
                    cancel(open.get("id").asText()).statusCode(anyOf(is(200), is(409)));
                }
            }
        } finally {
            events.close();
        }
    }

    private static void awaitNone(String count, String what) {
        long deadline = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (!Older.text(count).equals("0")) {
            assertTrue(System.nanoTime() < deadline, "there are still " + what);
            LockSupport.parkNanos(5_000_000);
        }
    }
}
