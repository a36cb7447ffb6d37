package org.tocsin.alerts.format;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.alerts.Api;
import org.tocsin.alerts.Feed;
import org.tocsin.alerts.Made;
import org.tocsin.alerts.Receiver;
import org.tocsin.alerts.Surroundings;
import org.tocsin.testing.PostgresAndKeys;
import org.tocsin.testing.StubServer;

/** A chat's incoming webhook takes what is posted and answers ok, whatever it is. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(Surroundings.class)
class ChatEndpointTest {
    private final Api owner = Api.subscriber("chat-" + UUID.randomUUID());
    private StubServer chat;
    private Feed feed;

    @BeforeEach
    void open() {
        chat = StubServer.start(request -> new StubServer.Answer(200, java.util.Map.of(), "ok"));
        feed = new Feed();
    }

    @AfterEach
    void close() {
        owner.get("/subscriptions").jsonPath().getList("items.id").forEach(id -> owner.delete("/subscriptions/" + id));
        feed.close();
        chat.close();
    }

    @Test
    void aChatIsAskedOnceVerifiedByItsCodeAndThenToldInWords() throws Exception {
        String made = owner.post(
                        "/subscriptions",
                        "{\"name\": \"Desk\", \"endpoint\": \"" + chat.url()
                                + "/services/T0/B0/x\", \"format\": \"slack\"}")
                .then()
                .statusCode(201)
                .body("format", equalTo("slack"))
                .extract()
                .path("id");
        String secret = owner.post("/subscriptions/" + made + "/secret-rotations", "{\"overlap\": \"PT0S\"}")
                .jsonPath()
                .getString("secret");
        StubServer.Request asked = await(1);
        assertEquals("application/json", asked.header("content-type"));
        Matcher code = Pattern.compile("Code: ([0-9A-Z]{4}-[0-9A-Z]{4})").matcher(textOf(asked));
        assertTrue(code.find(), asked.body());
        Api.until("the question to be asked", () -> owner.get("/subscriptions/" + made + "/deliveries")
                .jsonPath()
                .getString("items[0].state")
                .equals("DEAD"));
        owner.get("/subscriptions/" + made + "/deliveries")
                .then()
                .body("items[0].attempts", equalTo(1))
                .body("items[0].lastError", equalTo("CHALLENGE_NOT_ANSWERED"));
        owner.post("/subscriptions/" + made + "/verifications", "{\"code\": \"" + code.group(1) + "\"}")
                .then()
                .statusCode(200)
                .body("status", equalTo("ACTIVE"));
        feed.add(Feed.change(change -> {}));
        StubServer.Request alert = await(2);
        Receiver.verify(alert, secret);
        assertTrue(
                textOf(alert).startsWith("ALERT: Mosul changed hands from Government of Iraq to Islamic State"),
                alert.body());
        assertTrue(
                chat.requests().stream().noneMatch(request -> request.method().equals("OPTIONS")));
    }

    @Test
    void aFormatThatIsChangedHoldsForWhatIsNotDeliveredYet() throws Exception {
        try (Receiver receiver = new Receiver()) {
            Made made = Made.active(owner, receiver, "");
            receiver.answer(request -> StubServer.Answer.status(500));
            feed.add(Feed.change(change -> {}));
            receiver.awaitAlerts(1);
            owner.put(
                            "/subscriptions/" + made.id(),
                            "{\"name\": \"Desk\", \"endpoint\": \"" + chat.url()
                                    + "/hooks/x\", \"format\": \"mattermost\"}")
                    .then()
                    .statusCode(200);
            Matcher code = Pattern.compile("Code\\S*: ?\\S*?([0-9A-Z]{4}-[0-9A-Z]{4})")
                    .matcher(textOf(await(1)).replace("\u200b", ""));
            assertTrue(code.find());
            owner.post("/subscriptions/" + made.id() + "/verifications", "{\"code\": \"" + code.group(1) + "\"}")
                    .then()
                    .statusCode(200);
            assertTrue(textOf(await(2)).contains("Mosul changed hands"), "text");
        }
    }

    private StubServer.Request await(int count) {
        return chat.await(count, request -> request.method().equals("POST"), Duration.ofSeconds(30))
                .get(count - 1);
    }

    private static String textOf(StubServer.Request request) throws Exception {
        return new ObjectMapper().readTree(request.body()).path("text").asText();
    }
}
