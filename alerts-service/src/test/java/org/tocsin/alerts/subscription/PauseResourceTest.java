package org.tocsin.alerts.subscription;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.alerts.Api;
import org.tocsin.alerts.Made;
import org.tocsin.alerts.Receiver;
import org.tocsin.alerts.Surroundings;
import org.tocsin.alerts.Tables;
import org.tocsin.testing.PostgresAndKeys;

/** What is held back by a pause, and what goes when it ends, is in HeldAlertsTest. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(Surroundings.class)
class PauseResourceTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String name = "pause-" + UUID.randomUUID();
    private final Api owner = Api.subscriber(name);
    private Receiver receiver;
    private String pause;
    private String subscription;

    @BeforeEach
    void open() {
        receiver = new Receiver();
        subscription = "/subscriptions/" + Made.by(owner, receiver, "").id();
        pause = subscription + "/pause";
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void theDocumentedPauseIsAnsweredAsDocumented() throws Exception {
        Path examples = Path.of("..", "docs", "api", "examples");
        ObjectNode request = (ObjectNode) JSON.readTree(Files.readString(examples.resolve("pause.request.json")));
        request.put("until", "2099-11-24T08:00:00Z");
        ObjectNode expected = (ObjectNode) JSON.readTree(Files.readString(examples.resolve("pause.response.json")));
        ObjectNode paused = (ObjectNode) JSON.readTree(owner.put(pause, JSON.writeValueAsString(request))
                .then()
                .statusCode(200)
                .extract()
                .asString());
        expected.set("since", paused.get("since"));
        expected.put("until", "2099-11-24T08:00:00Z").put("by", name);
        assertEquals(expected, paused);
        assertEquals(paused, JSON.readTree(owner.get(pause).asString()));
        assertEquals(paused, JSON.readTree(owner.get(subscription).asString()).path("pause"));
    }

    @Test
    void aPauseThatLastsIsChangedByTheSameCallAndEndsByDelete() {
        owner.get(pause).then().statusCode(404);
        owner.delete(pause).then().statusCode(204);
        String since = owner.put(pause, "{\"reason\": \"a\"}").jsonPath().getString("since");
        owner.put(pause, "{\"reason\": \"b\"}")
                .then()
                .body("since", equalTo(since))
                .body("reason", equalTo("b"))
                .body("until", equalTo(null));
        owner.request().contentType("application/json").put(pause).then().statusCode(200);
        owner.delete(pause).then().statusCode(204);
        owner.get(subscription).then().body("pause", equalTo(null));
    }

    @Test
    void whoPausedAndResumedIsWrittenDown() {
        owner.put(pause, "{\"reason\": \"a\"}").then().statusCode(200);
        owner.delete(pause).then().statusCode(204);
        owner.delete(subscription).then().statusCode(204);
        for (String action : List.of("subscribe", "pause", "resume", "unsubscribe")) {
            assertEquals(
                    1,
                    Tables.change(
                            "update audit set detail = detail where author = ? and action = ? and subject = ? and detail not like '%hooks%'",
                            name, action, subscription.substring(1)),
                    action);
        }
    }

    @Test
    void anothersPauseIsNotThere() {
        Api stranger = Api.subscriber("stranger");
        stranger.put(pause, "{}").then().statusCode(404);
        stranger.get(pause).then().statusCode(404);
        stranger.delete(pause).then().statusCode(404);
        Api.admin().put(pause, "{}").then().statusCode(200).body("by", equalTo("root"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "until | {'until':'2020-01-01T00:00:00Z'}",
                "until | {'until':'tomorrow'}",
                "reason | {'reason':'a\\u0000'}",
                "for | {'for':'P1D'}",
            })
    void aBadPauseIsAProblemThatNamesTheField(String field, String body) {
        String answer = owner.put(pause, body.replace('\'', '"'))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .extract()
                .asString();
        assertTrue(JsonPath.from(answer).getList("errors.field").contains(field), answer);
        owner.get(pause).then().statusCode(404);
    }
}
