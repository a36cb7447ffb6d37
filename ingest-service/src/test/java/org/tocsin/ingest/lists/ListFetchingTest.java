package org.tocsin.ingest.lists;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tocsin.ingest.Calls.as;
import static org.tocsin.ingest.Calls.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
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
@QuarkusTestResource(value = Publishers.class, restrictToAnnotatedClass = true)
class ListFetchingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Map<String, String> files = new ConcurrentHashMap<>();
    private StubServer publishers;
    private StubServer events;

    @BeforeEach
    void start() {
        files.put("/SDN.CSV", "1,\"A\"");
        files.put("/ALT.CSV", "");
        files.put("/un.xml", "");
        files.put("/store/uk", "Report Date: today");
        publishers = StubServer.start(Publishers.port(), this::publish);
        events = StubServer.start(
                EventsAddress.port(), request -> Answer.json(202, "{\"id\": \"7\", \"list\": \"UN\"}"));
    }

    @AfterEach
    void stop() {
        publishers.close();
        events.close();
    }

    private Answer publish(Request request) {
        if (request.path().equals("/uk.csv")) {
            return new Answer(302, Map.of("Location", "/store/uk"), "");
        }
        String file = files.getOrDefault(request.path(), "");
        String etag = "\"" + file.hashCode() + "\"";
        return request.header("if-none-match").equals(etag)
                ? new Answer(304, Map.of("ETag", etag), "")
                : new Answer(200, Map.of("ETag", etag), file);
    }

    @Test
    void whatIsFetchedIsPassedOnAsItIsAndOnlyWhenItHasChanged() {
        // One redirect, and then its file as it is.
        Request uk = sent("UK", 1).get(0);
        assertEquals("Report Date: today", uk.body());
        assertEquals("current=true", uk.query());
        assertEquals("application/octet-stream", uk.header("content-type"));
        assertEquals("Bearer first-token", uk.header("authorization"));

        // A file of 0 bytes is no list.
        await("UN", list -> list.path("problem").asText().endsWith("a file of 0 bytes"));
        assertEquals(0, all("UN").size());
        files.put("/un.xml", "<CONSOLIDATED_LIST/>");
        assertEquals("<CONSOLIDATED_LIST/>", sent("UN", 1).get(0).body());
        await("UN", list -> list.path("outcome").asText().equals("UNCHANGED"));
        JsonNode un = list("UN");
        assertEquals("7", un.path("version").asText());
        assertEquals(0, un.path("failures").asInt());
        assertTrue(un.path("problem").isNull());
        assertEquals(1, all("UN").size());
        files.put("/un.xml", "<CONSOLIDATED_LIST></CONSOLIDATED_LIST>");
        assertEquals(
                "<CONSOLIDATED_LIST></CONSOLIDATED_LIST>", sent("UN", 2).get(1).body());

        // Several files are one zip; all of them or none.
        await("OFAC_SDN", list -> list.path("problem").asText().equals("ALT.CSV: a file of 0 bytes"));
        assertEquals(0, all("OFAC_SDN").size());
        files.put("/ALT.CSV", "1,2,\"aka\",\"B\",-0-");
        assertTrue(sent("OFAC_SDN", 1).get(0).body().startsWith("PK"));
        assertTrue(list("OFAC_SDN").path("addresses").toString().endsWith("/ALT.CSV\"]"), "no keys are shown");

        // Nobody is let into the network through us.
        await("OFAC_CONSOLIDATED", list -> list.path("problem").asText().contains("the address must have a host"));
        assertEquals(false, list("EU").path("fetching").asBoolean());
    }

    @Test
    void theDocumentShowsWhatIsAnswered() {
        assertEquals(names(json(ListFetchResource.EXAMPLE)), names(answer()));
        assertEquals(
                names(json(ListFetchResource.EXAMPLE).path("items").path(0)),
                names(answer().path("items").path(0)));
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private List<Request> sent(String list, int count) {
        return events.await(count, to(list), PATIENCE);
    }

    private List<Request> all(String list) {
        return events.requests().stream().filter(to(list)).toList();
    }

    private static Predicate<Request> to(String list) {
        return request -> request.path().equals("/sanctions-lists/" + list + "/versions");
    }

    private static JsonNode answer() {
        return json(as(Role.READER)
                .get("/list-fetches")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    private static JsonNode list(String list) {
        for (JsonNode item : answer().path("items")) {
            if (item.path("list").asText().equals(list)) {
                return item;
            }
        }
        throw new AssertionError("no " + list);
    }

    private static void await(String list, Predicate<JsonNode> condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.test(list(list))) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("never came: " + list(list));
            }
            Thread.onSpinWait();
        }
    }
}
