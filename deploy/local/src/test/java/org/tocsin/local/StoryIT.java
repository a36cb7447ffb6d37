package org.tocsin.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The founding report goes into three packaged services on real PostgreSQL; its claims, its control and its webhooks come out. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StoryIT {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    @TempDir
    static Path folder;

    private static Stack stack;
    private static Receiver receiver;
    private static Bell bell;
    private static String report;

    @BeforeAll
    static void theReportIsSent() throws IOException {
        stack = Stack.startedOnFreePorts(ROOT, folder);
        receiver = Receiver.listen(0, arrival -> {});
        bell = Bell.subscribe(stack.api(stack.alerts(), "subscriber"), receiver.address());
        receiver.secret(bell.secret());
        bell.awaitActive(Duration.ofSeconds(30));
        Api.Answer answer = stack.api(stack.ingest(), "reporter").post("/reports", Sample.foundingReport());
        assertEquals(201, answer.status());
        report = answer.body().path("id").asText();
        Settled.await(stack, receiver, Duration.ofSeconds(60));
    }

    @AfterAll
    static void everythingStops() {
        if (receiver != null) {
            receiver.close();
        }
        if (stack != null) {
            stack.close();
        }
    }

    @Test
    @Order(1)
    void everyClaimComesOutAsWhatItIs() throws IOException {
        JsonNode answer = stack.api(stack.ingest(), "reader")
                .get("/reports/" + report + "/claims")
                .body();
        assertEquals("READ", answer.path("status").asText());
        assertEquals("en", answer.path("language").asText());
        List<String> claims = new ArrayList<>();
        answer.path("items").forEach(claim -> claims.add(inShort(claim)));
        List<String> expected = new ArrayList<>();
        Json.read(resource("/story/founding-claims.json")).forEach(claim -> expected.add(claim.toString()));
        assertEquals(String.join("\n", expected), String.join("\n", claims));
    }

    @Test
    @Order(2)
    void everyCityIsHeldByWhoTheReportSays() throws IOException {
        assertEquals("""
                Ad Dujayl: held by Government of Iraq (claimed)
                Mosul: held by Islamic State (claimed)
                Muqdadiya: held by Government of Iraq (claimed)
                Tal Afar: contested by Government of Iraq (most) and Islamic State (claimed)
                Tikrit: held by Islamic State (claimed)
                """, controls("IQ"));
        assertEquals("", controls("SY"));
    }

    @Test
    @Order(3)
    void theWebhooksRingForWhatChangedAndForNothingElse() {
        List<String> lines = receiver.alerts().stream()
                .map(arrival -> {
                    JsonNode data = arrival.event().path("data");
                    return data.path("alert").path("message").asText() + " "
                            + data.path("change").path("kind").asText() + " "
                            + data.path("change").path("place").path("name").asText() + " "
                            + data.path("change").path("from").path("id").asText() + " -> "
                            + data.path("change").path("to").path("id").asText();
                })
                .sorted()
                .toList();
        assertEquals("""
                ALERT ASSURANCE_CHANGED Ad Dujayl government-of-iq -> government-of-iq
                ALERT ASSURANCE_CHANGED Muqdadiya government-of-iq -> government-of-iq
                ALERT CHANGED_HANDS Mosul government-of-iq -> islamic-state
                ALERT CHANGED_HANDS Tikrit government-of-iq -> islamic-state
                ALERT CONTESTED Tal Afar government-of-iq -> islamic-state""", String.join("\n", lines));
        assertTrue(receiver.arrivals().stream()
                .filter(arrival -> !arrival.type().equals("tocsin.verification"))
                .allMatch(Receiver.Arrival::verified));
    }

    @Test
    @Order(4)
    void anAlertExplainsItselfBackToTheSentence() throws IOException {
        JsonNode ring = receiver.alerts().stream()
                .map(arrival -> arrival.event().path("data").path("change"))
                .filter(change -> change.path("place").path("id").asText().equals("99072"))
                .findFirst()
                .orElseThrow();
        Api events = stack.api(stack.events(), "reader");
        JsonNode explained = events.get("/changes/" + ring.path("id").asText()).orTrouble("The change");
        assertEquals(ring.path("kind"), explained.path("kind"));
        String event = ring.path("after").path("evidence").path("for").path(0).asText();
        JsonNode evidence = events.get("/events/" + event).orTrouble("The event");
        assertEquals(report, evidence.path("report").path("id").asText());
        assertEquals(
                "The militants captured Mosul and Tikrit last week as the army's northern command collapsed.",
                evidence.path("evidence").path("sentence").path("text").asText());
    }

    @Test
    @Order(5)
    void theSameReportAgainChangesNothing() throws IOException {
        int before = receiver.alerts().size();
        Api.Answer again = stack.api(stack.ingest(), "reporter").post("/reports", Sample.foundingReport());
        assertEquals(200, again.status());
        assertEquals(report, again.body().path("id").asText());
        bell.ping();
        Wait.until("the ping", Duration.ofSeconds(30), () -> receiver.arrivals().stream()
                .anyMatch(arrival -> arrival.type().equals("tocsin.ping")));
        assertEquals(before, receiver.alerts().size());
    }

    @Test
    @Order(6)
    void theStoryOnAnotherSiteIsKeptAndMakesNothingSurer() throws IOException {
        int before = receiver.alerts().size();
        String held = controls("IQ");
        Api ingest = stack.api(stack.ingest(), "reporter");
        ObjectNode story = (ObjectNode) Sample.foundingReport();
        story.put("publisher", "another-site")
                .put("title", "Tal Afar in the hands of militants")
                .put("publishedAt", "2014-06-16T17:00:00Z");
        String copy = ingest.post("/reports", story).body().path("id").asText();
        Wait.until("the events of the copy", Duration.ofSeconds(60), () -> !eventsInMosulOf(copy)
                .isEmpty());
        Settled.await(stack, receiver, Duration.ofSeconds(60));
        assertEquals(
                report, ingest.get("/reports/" + copy).body().path("copyOf").asText());
        eventsInMosulOf(copy)
                .forEach(event ->
                        assertEquals(report, event.path("report").path("copyOf").asText()));
        assertEquals(held, controls("IQ"));
        ingest.post("/reports/" + copy + "/retraction", Json.object()).orTrouble("The retraction of the copy");
        Wait.until("the copy's events to be gone", Duration.ofSeconds(60), () -> eventsInMosulOf(copy)
                .isEmpty());
        Settled.await(stack, receiver, Duration.ofSeconds(60));
        assertEquals(held, controls("IQ"));
        assertEquals(before, receiver.alerts().size());
    }

    @Test
    @Order(7)
    void aRetractedReportCallsItsAlertsBack() throws IOException {
        stack.api(stack.ingest(), "reporter")
                .post("/reports/" + report + "/retraction", Json.object())
                .orTrouble("The retraction");
        Wait.until("the cancellations", Duration.ofSeconds(30), () -> {
            List<String> cancelled = receiver.alerts().stream()
                    .map(arrival -> arrival.event().path("data"))
                    .filter(data -> data.path("alert").path("message").asText().equals("CANCEL"))
                    .map(data -> data.path("change").path("place").path("name").asText())
                    .toList();
            return cancelled.containsAll(List.of("Mosul", "Tikrit", "Tal Afar"));
        });
        assertEquals("", controls("IQ"));
    }

    private static List<JsonNode> eventsInMosulOf(String id) throws IOException {
        JsonNode items = stack.api(stack.events(), "reader")
                .get("/events?place=99072&limit=100")
                .orTrouble("The events in Mosul")
                .path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(event -> event.path("report").path("id").asText().equals(id))
                .toList();
    }

    private static String controls(String country) throws IOException {
        JsonNode items = stack.api(stack.events(), "reader")
                .get("/control?country=" + country)
                .orTrouble("Control")
                .path("items");
        StringBuilder lines = new StringBuilder();
        StreamSupport.stream(items.spliterator(), false)
                .map(control -> control.path("place").path("name").asText() + ": " + Words.control(control) + "\n")
                .sorted()
                .forEach(lines::append);
        return lines.toString();
    }

    /** A claim with the fields that the expectation names, in its order. */
    private static String inShort(JsonNode claim) {
        ObjectNode kept = Json.object();
        JsonNode evidence = claim.path("evidence");
        String sentence = evidence.path("sentence").path("text").asText();
        int from = evidence.path("trigger").path("start").asInt()
                - evidence.path("sentence").path("start").asInt();
        int to = evidence.path("trigger").path("end").asInt()
                - evidence.path("sentence").path("start").asInt();
        kept.put("field", evidence.path("field").asText());
        kept.put(
                "trigger",
                sentence.substring(sentence.offsetByCodePoints(0, from), sentence.offsetByCodePoints(0, to)));
        for (String name : List.of("type", "stance", "changesHands", "extent")) {
            kept.set(name, claim.path(name));
        }
        JsonNode place = claim.path("place");
        kept.set(
                "place",
                place.isNull()
                        ? place
                        : Json.object()
                                .put("id", place.path("id").asText())
                                .put("name", place.path("name").asText()));
        for (String name : List.of("actor", "target", "claimant", "occurredOn", "datePrecision")) {
            kept.set(name, claim.path(name));
        }
        return kept.toString();
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = StoryIT.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
