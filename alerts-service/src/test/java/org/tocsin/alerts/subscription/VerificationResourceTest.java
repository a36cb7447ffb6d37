package org.tocsin.alerts.subscription;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import org.tocsin.testing.StubServer;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(Surroundings.class)
class VerificationResourceTest {
    private final Api owner = Api.subscriber("owner-" + UUID.randomUUID());
    private Receiver receiver;

    @BeforeEach
    void open() {
        receiver = new Receiver();
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void anEndpointThatKnowsOnlyTheHandshakeOfCloudEventsConsentsByIt() {
        receiver.consents(false);
        receiver.answerOptions(allowing("localhost", ""));
        Made made = Made.active(owner, receiver, "");
        StubServer.Request asked = receiver.options().get(0);
        assertEquals("localhost", asked.header("WebHook-Request-Origin"));
        assertEquals("/hooks", asked.path());
        assertEquals("", asked.header("webhook-signature"), "nothing is signed without an id");
        String delivery = owner.get("/subscriptions/" + made.id() + "/deliveries")
                .jsonPath()
                .getString("items[0].id");
        owner.get("/deliveries/" + delivery + "/attempts")
                .then()
                .body("items.size()", equalTo(1))
                .body("items[0].status", equalTo(200))
                .body("items[0].error", nullValue());
        owner.request().post("/subscriptions/" + made.id() + "/pings").then().statusCode(202);
        receiver.await(1, "tocsin.ping");
    }

    @Test
    void anEndpointThatAnswersTheChallengeIsNotAskedOtherwise() {
        receiver.answerOptions(allowing("*", ""));
        Made.active(owner, receiver, "");
        assertEquals(List.of(), receiver.options());
    }

    @ParameterizedTest
    @CsvSource({"200,", "200, other.example.org", "404, *"})
    void anAnswerToOptionsThatAllowsNothingIsNoConsent(int status, String origin) {
        receiver.consents(false);
        receiver.answerOptions(request -> new StubServer.Answer(
                status, origin == null ? Map.of() : Map.of("WebHook-Allowed-Origin", origin), ""));
        Made made = Made.by(owner, receiver, "");
        Api.until("the failed attempt", () -> "CHALLENGE_NOT_ANSWERED"
                .equals(owner.get("/subscriptions/" + made.id() + "/deliveries")
                        .jsonPath()
                        .getString("items[0].lastError")));
        owner.get("/subscriptions/" + made.id()).then().body("status", equalTo("PENDING"));
        assertEquals(1, receiver.options().size());
    }

    @Test
    void theRateThatTheHandshakeAllowsIsKept() {
        receiver.consents(false);
        receiver.answerOptions(allowing("*", "60"));
        try (Feed feed = new Feed()) {
            Made.active(owner, receiver, "");
            feed.add(Feed.change(c -> {}), Feed.change(c -> {}), Feed.change(c -> {}));
            List<StubServer.Request> alerts = receiver.awaitAlerts(3);
            for (int i = 1; i < 3; i++) {
                Duration between =
                        Duration.between(alerts.get(i - 1).at(), alerts.get(i).at());
                assertTrue(between.compareTo(Duration.ofMillis(900)) > 0, "between them " + between);
            }
        }
    }

    @Test
    void whereNoMachineAnswersTheOwnerPostsTheCodeThatHeReads() {
        receiver.consents(false);
        Made made = Made.by(owner, receiver, "");
        String code = codeOf(1);
        assertTrue(message(1).contains(code), message(1));
        post(made, code.toLowerCase(java.util.Locale.ROOT).replace("-", " "))
                .statusCode(200)
                .body("status", equalTo("ACTIVE"))
                .body("id", equalTo(made.id()))
                .body("secret", nullValue());
        owner.get("/subscriptions/" + made.id()).then().body("status", equalTo("ACTIVE"));
        post(made, code).statusCode(409);
        owner.request().post("/subscriptions/" + made.id() + "/pings").then().statusCode(202);
        receiver.await(1, "tocsin.ping");
    }

    @Test
    void aWrongCodeIsAProblemAndAfterTenOnlyANewOneIsGood() {
        receiver.consents(false);
        Made made = Made.by(owner, receiver, "");
        String code = codeOf(1);
        for (int i = 0; i < 10; i++) {
            post(made, "0000-000" + i)
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("errors.field", equalTo(List.of("code")));
        }
        post(made, code).statusCode(409);
        owner.post("/subscriptions/" + made.id() + "/verifications", "{}")
                .then()
                .statusCode(202);
        String fresh = codeOf(2);
        assertNotEquals(code, fresh);
        post(made, code).statusCode(400);
        post(made, fresh).statusCode(200);
    }

    @Test
    void aCodeIsGoodForADay() throws Exception {
        receiver.consents(false);
        Made made = Made.by(owner, receiver, "");
        String code = codeOf(1);
        try (Connection database = PostgresAndKeys.connect();
                PreparedStatement earlier = database.prepareStatement(
                        "update subscription set asked_at = asked_at - interval '25 hours', version = version + 1 where id = ?")) {
            earlier.setObject(1, UUID.fromString(made.id()));
            assertEquals(1, earlier.executeUpdate());
        }
        post(made, code).statusCode(409);
    }

    @Test
    void theCodeOfAnAddressIsNotGoodForAnother() {
        receiver.consents(false);
        Made made = Made.by(owner, receiver, "");
        String code = codeOf(1);
        try (Receiver moved = new Receiver()) {
            moved.consents(false);
            owner.put("/subscriptions/" + made.id(), "{\"name\": \"n\", \"endpoint\": \"" + moved.url() + "\"}")
                    .then()
                    .statusCode(200);
            post(made, code).statusCode(400);
            String there = Receiver.body(moved.await(1, "tocsin.verification").get(0))
                    .path("data")
                    .path("code")
                    .asText();
            post(made, there).statusCode(200);
        }
    }

    @Test
    void anEndpointIsAskedTwentyTimesAnHourAtMost() {
        receiver.consents(false);
        Made made = Made.by(owner, receiver, "");
        String verifications = "/subscriptions/" + made.id() + "/verifications";
        for (int i = 1; i < 20; i++) {
            owner.request().post(verifications).then().statusCode(202);
        }
        owner.request().post(verifications).then().statusCode(429).contentType("application/problem+json");
        String body = "{\"name\": \"n\", \"endpoint\": \"" + receiver.url() + "/other\"}";
        owner.put("/subscriptions/" + made.id(), body).then().statusCode(429);
        owner.get("/subscriptions/" + made.id()).then().body("endpoint", equalTo(receiver.url()));
    }

    @Test
    void anothersSubscriptionIsNotThere() {
        receiver.consents(false);
        Made made = Made.by(owner, receiver, "");
        String code = codeOf(1);
        Api other = Api.subscriber("other-" + UUID.randomUUID());
        String verifications = "/subscriptions/" + made.id() + "/verifications";
        other.post(verifications, "{\"code\": \"" + code + "\"}").then().statusCode(404);
        other.post(verifications, "{}").then().statusCode(404);
        given().post(verifications).then().statusCode(401);
        assertEquals(1, receiver.await(1, "tocsin.verification").size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "code | {'code':''}",
                "code | {'code':12345678}",
                "code | {'code':['x']}",
                "kode | {'kode':'x'}",
                "code | {'code':' '}",
                "body | null",
                "body | []"
            })
    void aBadBodyIsAProblemThatNamesTheField(String field, String body) {
        receiver.consents(false);
        Made made = Made.by(owner, receiver, "");
        owner.post("/subscriptions/" + made.id() + "/verifications", body.replace('\'', '"'))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", hasItem(field));
    }

    @Test
    void aBodyThatIsNoJsonIsAProblem() {
        receiver.consents(false);
        String path = "/subscriptions/" + Made.by(owner, receiver, "").id() + "/verifications";
        owner.post(path, "{\"code\": ").then().statusCode(400).contentType("application/problem+json");
        owner.request().contentType("text/plain").body("x").post(path).then().statusCode(415);
        owner.post(path, "{\"code\": \"" + "x".repeat(41) + "\"}").then().statusCode(400);
    }

    private io.restassured.response.ValidatableResponse post(Made made, String code) {
        return owner.post("/subscriptions/" + made.id() + "/verifications", "{\"code\": \"" + code + "\"}")
                .then();
    }

    private String codeOf(int count) {
        return data(count, "code");
    }

    private String message(int count) {
        return data(count, "message");
    }

    private String data(int count, String member) {
        return Receiver.body(receiver.await(count, "tocsin.verification").get(count - 1))
                .path("data")
                .path(member)
                .asText();
    }

    private static java.util.function.Function<StubServer.Request, StubServer.Answer> allowing(
            String origin, String rate) {
        return request -> new StubServer.Answer(
                200,
                rate.isEmpty()
                        ? Map.of("WebHook-Allowed-Origin", origin)
                        : Map.of("WebHook-Allowed-Origin", origin, "WebHook-Allowed-Rate", rate),
                "");
    }
}
