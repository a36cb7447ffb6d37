package org.tocsin.ingest.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tocsin.ingest.Calls.as;
import static org.tocsin.ingest.Calls.json;
import static org.tocsin.ingest.Calls.report;
import static org.tocsin.ingest.Calls.stored;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.ingest.EventsAddress;
import org.tocsin.service.access.Role;
import org.tocsin.testing.PostgresAndKeys;
import org.tocsin.testing.StubServer;
import org.tocsin.testing.StubServer.Answer;
import org.tocsin.testing.StubServer.Request;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(EventsAddress.class)
class SendingTest {
    private static final String SENTENCE = "Islamic State fighters seized Mosul from the army on Tuesday.";
    private static final Answer TAKEN =
            Answer.json(200, "{\"report\": \"\", \"revision\": 1, \"items\": [], \"withdrawn\": []}");

    private StubServer events;

    @BeforeEach
    void start() {
        events = StubServer.start(EventsAddress.port(), r -> TAKEN);
    }

    @AfterEach
    void stop() {
        events.close();
    }

    @Test
    void whatIsReadIsSentAsTheContractSays() throws IOException {
        Map<String, Object> report = report("example-wire", SENTENCE);
        report.put("url", "https://wire.example/2014/06/10/mosul");
        String id = stored(report);
        Request sent = sent(id, 1).get(0);
        assertEquals("PUT", sent.method());
        assertEquals("application/json", sent.header("content-type"));
        ObjectNode expected = (ObjectNode) json(example("report-events.request.json"));
        ((ObjectNode) expected.get("report")).put("title", "A title");
        ((ObjectNode) expected.get("events").get(0)).put("id", id + "-1-1-0");
        assertEquals(withoutTaste(expected), withoutTaste(json(sent.body())));
    }

    @Test
    void aReportWithoutClaimsOrInAnotherLanguageIsSentEmpty() {
        String id = stored(
                report("example-wire", "Le président a visité le marché de la ville hier matin avec sa famille."));
        JsonNode body = json(sent(id, 1).get(0).body());
        assertEquals("fr", body.get("report").get("language").asText());
        assertTrue(body.get("events").isEmpty());
    }

    @Test
    void aReportOfThePastIsSentAsNotLive() {
        String id = as(Role.REPORTER)
                .contentType(ContentType.JSON)
                .body(report("past-wire", SENTENCE))
                .post("/reports?live=false")
                .path("id");
        assertEquals(false, json(sent(id, 1).get(0).body()).get("live").asBoolean());
    }

    @Test
    void aCorrectionAndARetractionAreSentAsFurtherRevisions() {
        String id = stored(report("corrected-wire", SENTENCE));
        sent(id, 1);
        as(Role.REPORTER)
                .contentType(ContentType.JSON)
                .body(Map.of("text", "Islamic State fighters seized Tikrit from the army on Tuesday."))
                .put("/reports/" + id);
        JsonNode corrected = json(sent(id, 2).get(1).body());
        assertEquals(2, corrected.get("revision").asInt());
        assertEquals(id + "-2-1-0", corrected.get("events").get(0).get("id").asText());
        as(Role.REPORTER).post("/reports/" + id + "/retraction");
        JsonNode retracted = json(sent(id, 3).get(2).body());
        assertEquals(3, retracted.get("revision").asInt());
        assertTrue(retracted.get("events").isEmpty());
    }

    @Test
    void theTokenIsReadAgainWhenItsFileChanges() throws IOException {
        Files.writeString(EventsAddress.tokenFile(), "a-later-token\n");
        String id = stored(report("token-wire", SENTENCE));
        assertEquals("Bearer a-later-token", sent(id, 1).get(0).header("authorization"));
    }

    @Test
    void whileEventsServiceIsAwayReportsAreTakenAndSentWhenItIsBack() {
        events.close();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            ids.add(stored(report("away-wire", SENTENCE + " Number " + i + ".")));
        }
        events = StubServer.start(EventsAddress.port(), r -> TAKEN);
        for (String id : ids) {
            sent(id, 1);
        }
    }

    @Test
    void aFailingEventsServiceIsNotStormed() {
        events.answer(r -> Answer.status(503));
        String id = stored(report("calm-wire", SENTENCE));
        events.await(6, r -> true, Duration.ofSeconds(20));
        // six tries take 100 + 200 + 400 + 800 + 1600 ms
        List<Request> tries = events.requests();
        assertTrue(Duration.between(tries.get(0).at(), tries.get(5).at()).toMillis() > 1_500, tries.toString());
        // the sixth is on record before it is answered, so only the seventh is sure to be taken
        sent(id, 7);
        events.answer(r -> TAKEN);
        String next = stored(report("calm-wire", SENTENCE + " Later."));
        sent(next, 1);
    }

    @Test
    void aRefusedReportDoesNotKeepTheOthers() {
        events.answer(r -> r.body().contains("Refuse me") ? Answer.status(422) : TAKEN);
        Map<String, Object> report = report("refused-wire", SENTENCE);
        report.put("title", "Refuse me");
        String refused = stored(report);
        sent(refused, 1);
        sent(stored(report("refused-wire", SENTENCE + " Another.")), 1);
        events.answer(r -> TAKEN);
        sent(refused, 2);
    }

    private List<Request> sent(String id, int count) {
        return events.await(count, r -> r.path().equals("/reports/" + id + "/events"), Duration.ofSeconds(30));
    }

    /** Without what only the reading decides, and whether another test has sent the same sentence before. */
    private static JsonNode withoutTaste(JsonNode body) {
        ObjectNode event = (ObjectNode) body.get("events").get(0);
        event.remove(List.of("confidence", "reasons"));
        ((ObjectNode) event.get("evidence")).remove("actor");
        ((ObjectNode) body.get("report")).remove(List.of("copyOf", "copyVersion"));
        return body;
    }

    private static String example(String name) throws IOException {
        return Files.readString(Path.of("..", "docs", "api", "examples", name));
    }
}
