package org.tocsin.ingest.report;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tocsin.ingest.Calls.as;
import static org.tocsin.ingest.Calls.awaited;
import static org.tocsin.ingest.Calls.json;
import static org.tocsin.ingest.Calls.report;
import static org.tocsin.ingest.Calls.stored;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.ingest.Calls;
import org.tocsin.ingest.EventsAddress;
import org.tocsin.service.access.Role;
import org.tocsin.testing.PostgresAndKeys;
import org.tocsin.testing.StubServer;
import org.tocsin.testing.StubServer.Answer;
import org.tocsin.testing.StubServer.Request;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(EventsAddress.class)
class CopiesTest {
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
    void aCopyShowsAndSendsWhichReportStandsForIt() {
        String first = read("wire", "Kirkuk", 9);
        String copy = read("site", "Kirkuk", 11);
        assertEquals(first, shown(copy).path("copyOf").asText());
        assertEquals(0, shown(copy).path("copies").asInt());
        assertTrue(shown(first).path("copyOf").isNull());
        assertEquals(1, shown(first).path("copies").asInt());
        JsonNode sent = sent(copy, 1);
        assertEquals(first, sent.path("report").path("copyOf").asText());
        assertEquals(1, sent.path("report").path("copyVersion").asInt());
        assertTrue(sent.path("copyLinks").isEmpty());
        assertEquals(1, sent.path("events").size(), "a copy is kept and sent with what it says");
    }

    @Test
    void theCopiesOfAReportCanBeListed() {
        String first = read("wire", "Ramadi", 9);
        String one = read("site", "Ramadi", 10);
        String two = read("wire", "Ramadi", 11, "Some 4,000 people");
        as(Role.READER)
                .get("/reports?copyOf=" + first)
                .then()
                .statusCode(200)
                .body("items.id", containsInAnyOrder(one, two), "items[0].copyOf", equalTo(first));
        JsonNode last = Calls.get("/reports?limit=1&copyOf=" + first);
        assertEquals(two, last.at("/items/0/id").asText());
        JsonNode rest = Calls.get("/reports?limit=1&copyOf=" + first + "&after="
                + last.get("next").asText());
        assertEquals(one, rest.at("/items/0/id").asText());
        assertTrue(rest.get("next").isNull());
        assertTrue(Calls.get("/reports?copyOf=" + one).get("items").isEmpty());
        as(Role.READER).get("/reports?copyOf=nobody").then().statusCode(400).body("errors[0].field", equalTo("copyOf"));
    }

    @Test
    void theSameSentencesAboutAnotherCityAreAnotherReport() {
        read("wire", "Samarra", 9);
        String other = read("site", "Baqubah", 9);
        assertTrue(shown(other).path("copyOf").isNull());
        assertTrue(sent(other, 1).path("report").path("copyOf").isNull());
    }

    @Test
    void anOriginalThatArrivesLateIsSentWithTheLinksOfItsCopies() {
        String site = read("site", "Fallujah", 10);
        String third = read("third", "Fallujah", 11);
        sent(third, 1);
        String wire = read("wire", "Fallujah", 9);
        assertEquals(wire, shown(site).path("copyOf").asText());
        assertEquals(wire, shown(third).path("copyOf").asText());
        assertEquals(Set.of(site + "=" + wire + "@1", third + "=" + wire + "@2"), links(sent(wire, 1)));
    }

    @Test
    void aRetractedOriginalIsSentWithTheLinksOfThoseItStoodFor() {
        String wire = read("wire", "Kut", 9);
        String site = read("site", "Kut", 10);
        String third = read("third", "Kut", 11);
        sent(wire, 1);
        as(Role.REPORTER).post("/reports/" + wire + "/retraction").then().statusCode(200);
        assertTrue(shown(site).path("copyOf").isNull());
        assertEquals(site, shown(third).path("copyOf").asText());
        JsonNode retraction = sent(wire, 2);
        assertTrue(retraction.path("events").isEmpty());
        assertEquals(Set.of(site + "=null@2", third + "=" + site + "@2"), links(retraction));
    }

    @Test
    void aCorrectedOriginalThatTellsOtherwiseIsSentWithTheLinksOfThoseItStoodFor() {
        String wire = read("wire", "Hillah", 9);
        String site = read("site", "Hillah", 10);
        sent(wire, 1);
        as(Role.REPORTER)
                .contentType(ContentType.JSON)
                .body(Map.of("text", text("Hillah").replace("captured", "failed to capture")))
                .put("/reports/" + wire)
                .then()
                .statusCode(200);
        awaited("/reports/" + wire, "status", "READ");
        assertTrue(shown(site).path("copyOf").isNull());
        assertEquals(Set.of(site + "=null@2"), links(sent(wire, 2)));
    }

    @Test
    void linksThatCouldNotBeSentAreSentLater() {
        String site = read("site", "Najaf", 10);
        sent(site, 1);
        events.close();
        String wire = read("wire", "Najaf", 9);
        events = StubServer.start(EventsAddress.port(), r -> TAKEN);
        assertEquals(Set.of(site + "=" + wire + "@1"), links(sent(wire, 1)));
    }

    @Test
    void copiesThatArriveAllAtOnceAreOneStory() {
        List<CompletableFuture<String>> sending = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String site = "site" + i;
            int hour = i == 7 ? 8 : 9;
            sending.add(
                    CompletableFuture.supplyAsync(() -> stored(report(site, "Karbala", hour, "About 4,000 people"))));
        }
        List<String> ids = sending.stream().map(CompletableFuture::join).toList();
        ids.forEach(id -> awaited("/reports/" + id, "status", "READ"));
        JsonNode first = shown(ids.get(7));
        assertTrue(first.path("copyOf").isNull());
        assertEquals(11, first.path("copies").asInt());
    }

    @Test
    void aTextInAnotherLanguageIsLinkedToo() {
        String text =
                "Les rebelles ont pris la ville de Goma lundi apr\u00e8s trois semaines de combats, selon le maire."
                        + " Les soldats ont quitt\u00e9 leurs positions pendant la nuit, ont dit des habitants.";
        String first = awaitedRead(stored(Calls.report("le-fleuve", text)));
        String copy = awaitedRead(stored(Calls.report("le-lac", text)));
        assertEquals(first, shown(copy).path("copyOf").asText());
    }

    private static String read(String publisher, String city, int hour) {
        return read(publisher, city, hour, "About 4,000 people");
    }

    private static String read(String publisher, String city, int hour, String people) {
        return awaitedRead(stored(report(publisher, city, hour, people)));
    }

    private static String awaitedRead(String id) {
        awaited("/reports/" + id, "status", "READ");
        return id;
    }

    private static Map<String, Object> report(String publisher, String city, int hour, String people) {
        Map<String, Object> report =
                Calls.report(publisher + "-" + city, text(city).replace("About 4,000 people", people));
        report.put("title", "News of " + publisher);
        report.put("publishedAt", "2014-06-10T%02d:00:00Z".formatted(hour));
        return report;
    }

    private static String text(String city) {
        return "Islamic State fighters captured the Iraqi city of " + city
                + " on Tuesday after three weeks of siege.\n\n"
                + "Soldiers blew up both bridges of " + city + " during the night, residents said.\n\n"
                + "About 4,000 people were sheltering in schools, the Red Crescent said.";
    }

    private static JsonNode shown(String id) {
        return Calls.get("/reports/" + id);
    }

    /** The body of the {@code count}th call for the report. */
    private JsonNode sent(String id, int count) {
        List<Request> calls =
                events.await(count, r -> r.path().equals("/reports/" + id + "/events"), Duration.ofSeconds(30));
        return json(calls.get(count - 1).body());
    }

    private static Set<String> links(JsonNode sent) {
        Set<String> links = new TreeSet<>();
        sent.path("copyLinks")
                .forEach(link -> links.add(link.path("report").asText() + "="
                        + link.path("copyOf").asText("null") + "@"
                        + link.path("version").asInt()));
        return links;
    }
}
