package org.tocsin.alerts.subscription;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
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

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(Surroundings.class)
class SubscriptionResourceTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Api owner = Api.subscriber("owner-" + UUID.randomUUID());
    private Receiver receiver;
    private Feed feed;

    @BeforeEach
    void open() {
        receiver = new Receiver();
        feed = new Feed();
    }

    @AfterEach
    void close() {
        feed.close();
        receiver.close();
    }

    @Test
    void theDocumentedRequestIsAnsweredAsDocumented() throws Exception {
        String request =
                example("subscription.request.json").replace("https://hooks.example.org/tocsin", receiver.url());
        ObjectNode expected = (ObjectNode) JSON.readTree(
                example("subscription.response.json").replace("https://hooks.example.org/tocsin", receiver.url()));
        ObjectNode made = (ObjectNode) JSON.readTree(owner.post("/subscriptions", request)
                .then()
                .statusCode(201)
                .header("Location", matchesPattern(".*/subscriptions/[0-9a-f-]{36}"))
                .body("secret", matchesPattern("whsec_[A-Za-z0-9+/]{43}="))
                .extract()
                .asString());
        for (String changing : List.of("id", "secret", "createdAt", "updatedAt")) {
            assertNotEquals("", made.path(changing).asText(), changing);
            expected.set(changing, made.get(changing));
        }
        assertEquals(expected, made);
    }

    @Test
    void anEndpointThatAnswersTheSignedChallengeIsActive() throws Exception {
        Made made = Made.active(owner, receiver, "");
        StubServer.Request asked = receiver.await(1, "tocsin.verification").get(0);
        Receiver.verify(asked, made.secret());
        JsonNode event = Receiver.body(asked);
        assertEquals("application/cloudevents+json", asked.header("content-type"));
        assertEquals("subscriptions/" + made.id(), event.path("subject").asText());
        assertEquals(
                made.id(), event.path("data").path("subscription").path("id").asText());
        JsonPath now = owner.get("/subscriptions/" + made.id()).jsonPath();
        assertNull(now.get("secret"));
        assertTrue(now.getString("verifiedAt").endsWith("Z"));
    }

    @Test
    void anEndpointThatDoesNotConsentStaysPendingUntilItIsAskedAgain() {
        receiver.consents(false);
        Made made = Made.by(owner, receiver, "");
        String deliveries = "/subscriptions/" + made.id() + "/deliveries";
        Api.until("the failed attempt", () -> "CHALLENGE_NOT_ANSWERED"
                .equals(owner.get(deliveries).jsonPath().getString("items[0].lastError")));
        owner.get("/subscriptions/" + made.id()).then().body("status", equalTo("PENDING"));
        owner.post("/subscriptions/" + made.id() + "/pings", "{}").then().statusCode(409);
        receiver.consents(true);
        owner.request()
                .post("/subscriptions/" + made.id() + "/verifications")
                .then()
                .statusCode(202)
                .header("Location", matchesPattern(".*/deliveries/[0-9a-f-]{36}"))
                .body("kind", equalTo("VERIFICATION"));
        made.awaitStatus("ACTIVE");
        owner.get(deliveries).then().body("items.state", equalTo(List.of("DELIVERED", "DEAD")));
        owner.request()
                .post("/subscriptions/" + made.id() + "/verifications")
                .then()
                .statusCode(409);
    }

    @Test
    void aPingIsSignedAndItsAttemptIsKept() throws Exception {
        Made made = Made.active(owner, receiver, "");
        String delivery = owner.request()
                .post("/subscriptions/" + made.id() + "/pings")
                .then()
                .statusCode(202)
                .body("kind", equalTo("PING"))
                .extract()
                .path("id");
        StubServer.Request ping = receiver.await(1, "tocsin.ping").get(0);
        Receiver.verify(ping, made.secret());
        assertEquals(delivery, ping.header("webhook-id"));
        Api.until("the attempt", () -> owner.get("/deliveries/" + delivery)
                .jsonPath()
                .getString("state")
                .equals("DELIVERED"));
        owner.get("/deliveries/" + delivery + "/attempts")
                .then()
                .statusCode(200)
                .body("items.number", equalTo(List.of(1)))
                .body("items[0].status", equalTo(204))
                .body("items[0].error", equalTo(null))
                .body("next", equalTo(null));
    }

    @Test
    void aChangedSubscriptionKeepsItsSecretAndAChangedEndpointIsVerifiedAgain() throws Exception {
        Made made = Made.active(owner, receiver, "");
        owner.put(
                        "/subscriptions/" + made.id(),
                        "{\"name\": \"Other\", \"endpoint\": \"" + receiver.url()
                                + "\", \"minimumAssurance\": \"CONFIRMED\", \"filter\": {\"countries\": [\"SY\"]}}")
                .then()
                .statusCode(200)
                .body("name", equalTo("Other"))
                .body("status", equalTo("ACTIVE"))
                .body("minimumAssurance", equalTo("CONFIRMED"))
                .body("filter.countries", equalTo(List.of("SY")));
        try (Receiver moved = new Receiver()) {
            owner.put("/subscriptions/" + made.id(), "{\"name\": \"Other\", \"endpoint\": \"" + moved.url() + "\"}")
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("PENDING"));
            made.awaitStatus("ACTIVE");
            Receiver.verify(moved.await(1, "tocsin.verification").get(0), made.secret());
        }
    }

    @Test
    void anEndpointIsRungForATestSoManyTimesAnHour() {
        Made made = Made.active(owner, receiver, "");
        for (int i = 0; i < 60; i++) {
            owner.request()
                    .post("/subscriptions/" + made.id() + "/pings")
                    .then()
                    .statusCode(202);
        }
        owner.request()
                .post("/subscriptions/" + made.id() + "/pings")
                .then()
                .statusCode(429)
                .contentType("application/problem+json");
    }

    @Test
    void aDeletedSubscriptionIsGone() {
        Made made = Made.active(owner, receiver, "");
        owner.delete("/subscriptions/" + made.id()).then().statusCode(204);
        owner.get("/subscriptions/" + made.id()).then().statusCode(404);
        owner.delete("/subscriptions/" + made.id()).then().statusCode(404);
        owner.get("/subscriptions").then().body("items.size()", equalTo(0));
    }

    @Test
    void anotherOwnersSubscriptionIsNotThereAndAnAdminSeesAll() {
        Made made = Made.active(owner, receiver, "");
        String delivery = owner.get("/subscriptions/" + made.id() + "/deliveries")
                .jsonPath()
                .getString("items[0].id");
        Api stranger = Api.subscriber("stranger");
        String body = "{\"name\": \"x\", \"endpoint\": \"" + receiver.url() + "\"}";
        String path = "/subscriptions/" + made.id();
        stranger.get(path).then().statusCode(404).contentType("application/problem+json");
        stranger.put(path, body).then().statusCode(404);
        stranger.delete(path).then().statusCode(404);
        stranger.request().post(path + "/pings").then().statusCode(404);
        stranger.request().post(path + "/verifications").then().statusCode(404);
        stranger.get(path + "/deliveries").then().statusCode(404);
        stranger.get("/deliveries/" + delivery).then().statusCode(404);
        stranger.get("/deliveries/" + delivery + "/attempts").then().statusCode(404);
        stranger.request()
                .post("/deliveries/" + delivery + "/redeliveries")
                .then()
                .statusCode(404);
        stranger.get("/subscriptions?limit=1000").then().body("items.id.contains('" + made.id() + "')", equalTo(false));
        Api.admin().get(path).then().statusCode(200);
        Api.admin().get("/subscriptions?limit=1000").then().body("items.id", hasItem(made.id()));
        owner.get(path).then().body("name", equalTo("Shipments"));
    }

    @Test
    void aListGoesOnFromItsCursor() {
        List<String> made = List.of(
                Made.by(owner, receiver, "").id(),
                Made.by(owner, receiver, "").id(),
                Made.by(owner, receiver, "").id());
        JsonPath first = owner.get("/subscriptions?limit=2").jsonPath();
        assertEquals(made.subList(0, 2), first.getList("items.id"));
        JsonPath second = owner.get("/subscriptions?limit=2&after=" + first.getString("next"))
                .jsonPath();
        assertEquals(made.subList(2, 3), second.getList("items.id"));
        assertNull(second.get("next"));
    }

    @Test
    void theDocumentHasAWebhooksSection() {
        given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("openapi", equalTo("3.1.0"))
                .body("webhooks.keySet()", equalTo(java.util.Set.of("alert", "verification", "ping")));
    }

    private static String example(String name) throws IOException {
        return Files.readString(Path.of("..", "docs", "api", "examples", name));
    }
}
