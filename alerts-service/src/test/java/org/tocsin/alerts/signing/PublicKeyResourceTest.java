package org.tocsin.alerts.signing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.alerts.Api;
import org.tocsin.alerts.Ed25519;
import org.tocsin.alerts.Made;
import org.tocsin.alerts.Receiver;
import org.tocsin.alerts.Surroundings;
import org.tocsin.testing.PostgresAndKeys;
import org.tocsin.testing.StubServer;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(Surroundings.class)
class PublicKeyResourceTest {
    private static final String BOTH = ", \"signatures\": [\"v1\", \"v1a\"]";
    private static final String ONLY_V1A = ", \"signatures\": [\"v1a\"]";

    private final Api owner = Api.subscriber("owner-" + UUID.randomUUID());
    private Receiver receiver;
    private int pings;

    @BeforeEach
    void open() {
        receiver = new Receiver();
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void theDocumentedKeySetIsAnsweredAsDocumented() throws Exception {
        ObjectMapper json = new ObjectMapper();
        Made made = Made.by(owner, receiver, BOTH);
        ObjectNode expected = (ObjectNode)
                json.readTree(Files.readString(Path.of("..", "docs", "api", "examples", "webhook-keys.response.json")));
        ObjectNode answered = (ObjectNode) json.readTree(
                given().get("/.well-known/webhook-keys/" + made.id()).asString());
        for (String changing : List.of("x", "kid", "whpk", "iat")) {
            assertNotEquals("", answered.at("/keys/0/" + changing).asText(), changing);
            ((ObjectNode) expected.at("/keys/0")).set(changing, answered.at("/keys/0/" + changing));
        }
        assertEquals(expected, answered);
    }

    @Test
    void aSubscriptionThatAsksForBothIsSignedWithBoth() throws Exception {
        Made made = Made.active(owner, receiver, BOTH);
        StubServer.Request ping = ping(made);
        Receiver.verify(ping, made.secret());
        assertTrue(fits(ping, published(made)), "v1a");
        assertEquals(List.of("v1", "v1a"), versions(ping).stream().sorted().toList());
    }

    @Test
    void aSubscriptionThatAsksForV1aAloneHasNoSecretAndPublishesItsKey() throws Exception {
        JsonPath made = owner.post(
                        "/subscriptions", "{\"name\": \"n\", \"endpoint\": \"" + receiver.url() + "\"" + ONLY_V1A + "}")
                .then()
                .statusCode(201)
                .body("signatures", equalTo(List.of("v1a")))
                .body("secret", nullValue())
                .extract()
                .jsonPath();
        String id = made.getString("id");
        Made subscription = new Made(id, "", owner);
        subscription.awaitStatus("ACTIVE");
        assertEquals("http://localhost:8083/.well-known/webhook-keys/" + id, made.getString("publicKeys"));
        StubServer.Request ping = ping(subscription);
        assertEquals(List.of("v1a"), versions(ping));
        JsonPath keys = published(subscription);
        assertTrue(fits(ping, keys), "v1a");
        assertEquals(
                "whpk_"
                        + Base64.getEncoder()
                                .encodeToString(Base64.getUrlDecoder().decode(keys.getString("keys[0].x"))),
                keys.getString("keys[0].whpk"));
        owner.get(secrets(subscription))
                .then()
                .body("items.signature", equalTo(List.of("v1a")))
                .body("items[0].id", equalTo(keys.getString("keys[0].kid")))
                .body("items[0].publicKey", equalTo(keys.getString("keys[0].whpk")));
    }

    @Test
    void aRotatedPairOverlapsAndBothAreInTheKeySetWithTheirTimes() throws Exception {
        Made made = Made.active(owner, receiver, BOTH);
        JsonPath before = published(made);
        JsonPath rotated = rotate(made, "{\"signature\": \"v1a\", \"overlap\": \"PT2H\"}");
        assertNull(rotated.getString("secret"));
        JsonPath after = published(made);
        assertEquals(List.of(rotated.getString("id"), before.getString("keys[0].kid")), after.getList("keys.kid"));
        assertNull(after.getString("keys[0].exp"));
        long overlap = after.getLong("keys[1].exp") - after.getLong("keys[0].iat");
        assertTrue(Math.abs(overlap - 7_200) <= 5, "overlap " + overlap);
        StubServer.Request ping = ping(made);
        assertTrue(fits(ping, before), "a receiver that knows the old key only");
        assertTrue(fits(ping, after), "a receiver that knows the new key first");
        Receiver.verify(ping, made.secret());
        assertEquals(
                List.of("v1", "v1a", "v1a"), versions(ping).stream().sorted().toList());
    }

    @Test
    void anOwnerMayAskForOtherSignaturesLater() throws Exception {
        Made made = Made.active(owner, receiver, "");
        String body = "{\"name\": \"n\", \"endpoint\": \"" + receiver.url() + "\"";
        owner.put("/subscriptions/" + made.id(), body + BOTH + "}")
                .then()
                .statusCode(200)
                .body("status", equalTo("ACTIVE"))
                .body("secret", nullValue());
        Receiver.verify(ping(made), made.secret());
        JsonPath keys = published(made);
        owner.put("/subscriptions/" + made.id(), body + ONLY_V1A + "}").then().statusCode(200);
        StubServer.Request ping = ping(made);
        assertEquals(List.of("v1a"), versions(ping));
        assertTrue(fits(ping, keys), "the same key");
        String fresh = owner.put("/subscriptions/" + made.id(), body + "}")
                .then()
                .statusCode(200)
                .body("signatures", equalTo(List.of("v1")))
                .body("publicKeys", nullValue())
                .extract()
                .path("secret");
        assertOnlySignedWith(fresh, made.secret(), ping(made));
        given().get("/.well-known/webhook-keys/" + made.id()).then().statusCode(404);
    }

    @Test
    void keysAreThereOnlyOfWhoAsksForThem() {
        Made made = Made.by(owner, receiver, "");
        for (String id : List.of(made.id(), UUID.randomUUID().toString(), "x")) {
            given().get("/.well-known/webhook-keys/" + id)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "signatures | []",
                "signatures | ['v1','v1a','v1']",
                "signatures[0] | ['v2']",
                "signatures[0] | ['V1']",
                "signatures[0] | [null]",
                "signatures | 'v1'",
            })
    void badSignaturesAreAProblemThatNamesTheField(String field, String signatures) {
        owner.post(
                        "/subscriptions",
                        "{\"name\": \"n\", \"endpoint\": \"" + receiver.url() + "\", \"signatures\": "
                                + signatures.replace('\'', '"') + "}")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", equalTo(List.of(field)));
    }

    private JsonPath rotate(Made made, String body) {
        return owner.post(rotations(made), body)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private StubServer.Request ping(Made made) {
        owner.request().post("/subscriptions/" + made.id() + "/pings").then().statusCode(202);
        pings++;
        return receiver.await(pings, "tocsin.ping").get(pings - 1);
    }

    private static void assertOnlySignedWith(String good, String bad, StubServer.Request request) throws Exception {
        Receiver.verify(request, good);
        assertThrows(WebhookVerificationException.class, () -> Receiver.verify(request, bad));
        assertEquals(1, versions(request).size());
    }

    private static List<String> versions(StubServer.Request request) {
        return Stream.of(request.header("webhook-signature").split(" "))
                .map(signature -> signature.split(",")[0])
                .toList();
    }

    /** Fetched as anybody may. */
    private static JsonPath published(Made made) {
        return given().get("/.well-known/webhook-keys/" + made.id())
                .then()
                .statusCode(200)
                .contentType("application/jwk-set+json")
                .header("Cache-Control", matchesPattern(".*max-age=300.*"))
                .extract()
                .jsonPath();
    }

    /** Whether the first of the keys made one of the signatures. */
    private static boolean fits(StubServer.Request request, JsonPath keys) throws Exception {
        byte[] signed = (request.header("webhook-id") + "." + request.header("webhook-timestamp") + "."
                        + request.body())
                .getBytes(StandardCharsets.UTF_8);
        for (String signature : request.header("webhook-signature").split(" ")) {
            if (signature.startsWith("v1a,")
                    && Ed25519.fits(
                            keys.getString("keys[0].x"),
                            signed,
                            Base64.getDecoder().decode(signature.substring(4)))) {
                return true;
            }
        }
        return false;
    }

    private static String secrets(Made made) {
        return "/subscriptions/" + made.id() + "/secrets";
    }

    private static String rotations(Made made) {
        return "/subscriptions/" + made.id() + "/secret-rotations";
    }
}
