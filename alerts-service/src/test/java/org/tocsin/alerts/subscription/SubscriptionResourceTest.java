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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.alerts.Api;
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

    @BeforeEach
    void open() {
        receiver = new Receiver();
    }

    @AfterEach
    void close() {
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "body | []",
                "body | null",
                "body | `   `",
                "name | {'endpoint':'URL'}",
                "name | {'name':'','endpoint':'URL'}",
                "name | {'name':7,'endpoint':'URL'}",
                "name | {'name':'a\\u0000b','endpoint':'URL'}",
                "name | {'name':'\\ud83d','endpoint':'URL'}",
                "endpoint | {'name':'n'}",
                "endpoint | {'name':'n','endpoint':''}",
                "endpoint | {'name':'n','endpoint':'hooks'}",
                "endpoint | {'name':'n','endpoint':'ftp://example.org'}",
                "endpoint | {'name':'n','endpoint':'https://user:pass@example.org/'}",
                "endpoint | {'name':'n','endpoint':'https://10.0.0.1/'}",
                "endpoint | {'name':'n','endpoint':'http://169.254.169.254/latest'}",
                "endpoint | {'name':'n','endpoint':'http://[::ffff:10.0.0.1]/'}",
                "endpoint | {'name':'n','endpoint':'http://127.0.0.2/'}",
                "endpoint | {'name':'n','endpoint':'http://127.0.0.1:0/'}",
                "color | {'name':'n','endpoint':'URL','color':'red'}",
                "minimumAssurance | {'name':'n','endpoint':'URL','minimumAssurance':'VERY'}",
                "includePast | {'name':'n','endpoint':'URL','includePast':'yes'}",
                "filter | {'name':'n','endpoint':'URL','filter':'all'}",
                "filter.city | {'name':'n','endpoint':'URL','filter':{'city':'Mosul'}}",
                "filter.places[0].id | {'name':'n','endpoint':'URL','filter':{'places':[{'id':'Mosul'}]}}",
                "filter.places[0].id | {'name':'n','endpoint':'URL','filter':{'places':[{'reference':'PO'}]}}",
                "filter.places[0] | {'name':'n','endpoint':'URL','filter':{'places':['99072']}}",
                "filter.places[0].reference | {'name':'n','endpoint':'URL','filter':{'places':[{'id':'99072','reference':'a\\u0000'}]}}",
                "filter.countries[0] | {'name':'n','endpoint':'URL','filter':{'countries':['Iraq']}}",
                "filter.regions[0] | {'name':'n','endpoint':'URL','filter':{'regions':['Nineveh']}}",
                "filter.bbox | {'name':'n','endpoint':'URL','filter':{'bbox':[1,2,3]}}",
                "filter.bbox | {'name':'n','endpoint':'URL','filter':{'bbox':[1,20,3,10]}}",
                "filter.bbox | {'name':'n','endpoint':'URL','filter':{'bbox':[-181,0,3,10]}}",
                "filter.bbox[1] | {'name':'n','endpoint':'URL','filter':{'bbox':[1,'2',3,4]}}",
                "filter.near.km | {'name':'n','endpoint':'URL','filter':{'near':{'latitude':1,'longitude':2}}}",
                "filter.near.latitude | {'name':'n','endpoint':'URL','filter':{'near':{'latitude':91,'longitude':2,'km':1}}}",
                "filter.actors[0] | {'name':'n','endpoint':'URL','filter':{'actors':['Islamic State']}}",
                "filter.from[0] | {'name':'n','endpoint':'URL','filter':{'from':['A B']}}",
                "filter.to[1] | {'name':'n','endpoint':'URL','filter':{'to':['a','B']}}",
                "filter.sanctionedOn[0] | {'name':'n','endpoint':'URL','filter':{'sanctionedOn':['NATO']}}",
                "filter.kinds[0] | {'name':'n','endpoint':'URL','filter':{'kinds':['FLOOD']}}",
            })
    void aBadRequestIsAProblemThatNamesTheField(String field, String request) {
        String body = request.replace('\'', '"').replace("URL", receiver.url());
        String answer = owner.post("/subscriptions", body)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .extract()
                .asString();
        List<String> fields = JsonPath.from(answer).getList("errors.field");
        assertTrue(fields.contains(field), answer);
    }

    @Test
    void whatIsNoJsonOrTooLargeOrWithoutAbodyIsAProblem() {
        owner.post("/subscriptions", "{\"name\": ").then().statusCode(400).contentType("application/problem+json");
        owner.post("/subscriptions", "{\"name\": \"a\", \"name\": \"b\"}")
                .then()
                .statusCode(400);
        owner.request()
                .contentType("text/plain")
                .body("x")
                .post("/subscriptions")
                .then()
                .statusCode(415);
        String places = "{\"id\": \"99072\"},".repeat(10_000) + "{\"id\": \"99072\"}";
        owner.post(
                        "/subscriptions",
                        "{\"name\": \"n\", \"endpoint\": \"" + receiver.url() + "\", \"filter\": {\"places\": ["
                                + places + "]}}")
                .then()
                .statusCode(400)
                .body("errors.field", equalTo(List.of("filter.places")));
    }

    @ParameterizedTest
    @CsvSource({
        "/subscriptions?limit=0, limit",
        "/subscriptions?limit=1001, limit",
        "/subscriptions?limit=many, limit",
        "/subscriptions?after=x, after",
        "/subscriptions?after=%00, after",
        "/alerts?after=-1, after",
        "/alerts?limit=-1, limit",
        "/alerts?subscription=x, subscription",
    })
    void aBadParameterIsAProblemThatNamesIt(String path, String name) {
        owner.get(path)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", equalTo(List.of(name)));
    }

    @ParameterizedTest
    @CsvSource({
        "/subscriptions/x",
        "/subscriptions/3f0d1f0e-7e0b-4d7e-a1de-6b1f2f7f4c10",
        "/deliveries/x",
        "/deliveries/3f0d1f0e-7e0b-4d7e-a1de-6b1f2f7f4c10/attempts",
        "/alerts/x",
        "/alerts/3f0d1f0e-7e0b-4d7e-a1de-6b1f2f7f4c10",
    })
    void whatIsNotThereIsAProblem(String path) {
        owner.get(path).then().statusCode(404).contentType("application/problem+json");
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
