package org.tocsin.alerts.alert;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.alerts.Api;
import org.tocsin.alerts.Feed;
import org.tocsin.alerts.Made;
import org.tocsin.alerts.Receiver;
import org.tocsin.alerts.Surroundings;
import org.tocsin.testing.PostgresAndKeys;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(Surroundings.class)
class PreviewResourceTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Api owner = Api.subscriber("preview-" + UUID.randomUUID());
    /** A city of this test alone. */
    private final String city = Long.toString(ThreadLocalRandom.current().nextLong(10_000_000L, 900_000_000L));

    private final String filter = "\"filter\": {\"places\": [{\"id\": \"" + city + "\", \"reference\": \"PO 4711\"}]}";
    private Feed feed;
    private Receiver receiver;

    @BeforeEach
    void open() {
        feed = new Feed();
        receiver = new Receiver();
    }

    @AfterEach
    void close() {
        owner.get("/subscriptions").jsonPath().getList("items.id").forEach(id -> owner.delete("/subscriptions/" + id));
        feed.close();
        receiver.close();
    }

    @Test
    void theDocumentedPreviewIsAnsweredAsDocumented() throws Exception {
        ObjectNode change = inCity(c -> {});
        add(change);
        ObjectNode expected = (ObjectNode)
                JSON.readTree(Files.readString(Path.of("..", "docs", "api", "examples", "preview.response.json")));
        ((ObjectNode) expected.path("items").get(0)).set("change", change);
        ObjectNode request = (ObjectNode)
                JSON.readTree(Files.readString(Path.of("..", "docs", "api", "examples", "preview.request.json")));
        ((ObjectNode) request.path("filter").path("places").get(0)).put("id", city);
        ObjectNode answer =
                (ObjectNode) JSON.readTree(owner.post("/subscriptions/previews", JSON.writeValueAsString(request))
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
        assertTrue(Instant.parse(answer.path("storedSince").asText()).isBefore(Instant.now()), "stored since");
        expected.set("lookedSince", change.get("recordedAt"));
        expected.set("storedSince", answer.get("storedSince"));
        assertEquals(expected, answer);
    }

    @Test
    void aPreviewTellsWhatEachMessageWouldHaveBeenNewestFirstAndPageByPage() {
        ObjectNode taken = inCity(c -> {});
        ObjectNode surer = inCity(c -> {
            Examples.assurance(c.put("kind", "ASSURANCE_CHANGED"), "CLAIMED", "CONFIRMED");
            c.put("revises", taken.path("id").asText());
        });
        ObjectNode back = inCity(
                c -> c.put("kind", "RETRACTED").put("revises", taken.path("id").asText()));
        add(taken, surer, back);
        JsonPath first = preview("?limit=2", "").jsonPath();
        assertEquals(List.of("CANCEL", "UPDATE"), first.getList("items.message"));
        assertEquals(java.util.Map.of("ALERT", 1, "UPDATE", 1, "CANCEL", 1), first.getMap("messages"));
        JsonPath second =
                preview("?limit=2&after=" + first.getString("next"), "").jsonPath();
        assertEquals(List.of("ALERT"), second.getList("items.message"));
        assertEquals(taken.path("id").asText(), second.getString("items[0].change.id"));
        assertNull(second.get("next"));
        JsonPath confirmed =
                preview("", ", \"minimumAssurance\": \"CONFIRMED\"").jsonPath();
        assertEquals(List.of("CANCEL", "ALERT"), confirmed.getList("items.message"));
        JsonPath late =
                preview("?since=" + surer.path("recordedAt").asText(), "").jsonPath();
        assertEquals(2, late.getInt("changes"));
    }

    @Test
    void aSubscriptionIsPreviewedByItsOwnerAndNothingIsStoredOrSent() {
        add(inCity(c -> {}));
        Made made = Made.active(owner, receiver, ", " + filter);
        String path = "/subscriptions/" + made.id() + "/preview";
        owner.get(path).then().statusCode(200).body("items.reference", equalTo(List.of("PO 4711")));
        Api.subscriber("stranger").get(path).then().statusCode(404);
        owner.get("/alerts").then().body("items", equalTo(List.of()));
        assertEquals(List.of(), receiver.alerts());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "?limit=0 | {} | limit",
                "?after=5 | {} | after",
                "?since=yesterday | {} | since",
                "?since=-999999999-01-01T00:00:00Z | {} | since",
                "`` | {'filter':{'bbox':[1]}} | filter.bbox",
                "`` | {'filter':{'places':[{'id':'Mosul'}]}} | filter.places[0].id",
                "`` | {'minimumAssurance':'VERY'} | minimumAssurance",
                "`` | {'name':'n'} | name",
            })
    void aBadPreviewIsAProblemThatNamesTheField(String query, String body, String field) {
        String answer = owner.post("/subscriptions/previews" + query, body.replace('\'', '"'))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .extract()
                .asString();
        assertEquals(List.of(field), JsonPath.from(answer).getList("errors.field"), answer);
    }

    private io.restassured.response.Response preview(String query, String parts) {
        return owner.post("/subscriptions/previews" + query, "{" + filter + parts + "}");
    }

    /** Adds changes and waits until they are taken in. */
    private void add(ObjectNode... changes) {
        feed.add(changes);
        Api.until("the changes", () -> preview("", "").jsonPath().getInt("changes") == changes.length);
    }

    private ObjectNode inCity(java.util.function.Consumer<ObjectNode> differently) {
        return Feed.change(change -> {
            ((ObjectNode) change.path("place")).put("id", city);
            differently.accept(change);
        });
    }
}
