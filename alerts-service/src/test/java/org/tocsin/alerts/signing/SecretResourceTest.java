package org.tocsin.alerts.signing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.OffsetDateTime;
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
class SecretResourceTest {
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
    void theDocumentedRotationIsAnsweredAsDocumented() throws Exception {
        ObjectMapper json = new ObjectMapper();
        Path examples = Path.of("..", "docs", "api", "examples");
        Made made = Made.by(owner, receiver, "");
        ObjectNode expected =
                (ObjectNode) json.readTree(Files.readString(examples.resolve("secret-rotation.response.json")));
        ObjectNode rotated = (ObjectNode) json.readTree(
                owner.post(rotations(made), Files.readString(examples.resolve("secret-rotation.request.json")))
                        .then()
                        .statusCode(201)
                        .body("secret", matchesPattern("whsec_[A-Za-z0-9+/]{43}="))
                        .extract()
                        .asString());
        for (String changing : List.of("id", "secret", "createdAt")) {
            assertNotEquals("", rotated.path(changing).asText(), changing);
            expected.set(changing, rotated.get(changing));
        }
        assertEquals(expected, rotated);
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
    void whileTwoSecretsOverlapEachRequestIsSignedWithBoth() throws Exception {
        Made made = Made.active(owner, receiver, "");
        JsonPath rotated = rotate(made, "{}");
        StubServer.Request ping = ping(made);
        Receiver.verify(ping, made.secret());
        Receiver.verify(ping, rotated.getString("secret"));
        assertEquals(List.of("v1", "v1"), versions(ping));

        JsonPath listed =
                owner.get(secrets(made)).then().statusCode(200).extract().jsonPath();
        assertEquals(rotated.getString("id"), listed.getString("items[0].id"));
        assertNull(listed.getString("items[0].expiresAt"));
        Duration left = Duration.between(
                OffsetDateTime.parse(rotated.getString("createdAt")),
                OffsetDateTime.parse(listed.getString("items[1].expiresAt")));
        assertTrue(left.minusHours(24).abs().compareTo(Duration.ofSeconds(5)) < 0, "overlap " + left);
        assertFalse(owner.get(secrets(made)).asString().contains("whsec_"), "a secret in the list");
    }

    @Test
    void whenTheOverlapEndsOnlyTheNewSecretSigns() throws Exception {
        Made made = Made.active(owner, receiver, "");
        JsonPath rotated = rotate(made, "{\"overlap\": \"PT1H\"}");
        try (Connection database = PostgresAndKeys.connect();
                PreparedStatement later = database.prepareStatement(
                        "update secret set expires_at = now() where subscription_id = ? and expires_at is not null")) {
            later.setObject(1, UUID.fromString(made.id()));
            assertEquals(1, later.executeUpdate());
        }
        assertOnlySignedWith(rotated.getString("secret"), made.secret(), ping(made));
        owner.get(secrets(made)).then().body("items.id", equalTo(List.of(rotated.getString("id"))));
    }

    @Test
    void aRotationWithoutOverlapRevokesAtOnce() throws Exception {
        Made made = Made.active(owner, receiver, "");
        rotate(made, "{\"overlap\": \"P7D\"}");
        JsonPath last = rotate(made, "{\"overlap\": \"PT0S\"}");
        assertOnlySignedWith(last.getString("secret"), made.secret(), ping(made));
    }

    @Test
    void aReplacedSecretCanBeRevokedAndTheOneInUseCannot() throws Exception {
        Made made = Made.active(owner, receiver, "");
        JsonPath rotated = rotate(made, "{}");
        List<String> ids = owner.get(secrets(made)).jsonPath().getList("items.id");
        owner.delete(secrets(made) + "/" + ids.get(0)).then().statusCode(409).contentType("application/problem+json");
        owner.delete(secrets(made) + "/" + ids.get(1)).then().statusCode(204);
        owner.delete(secrets(made) + "/" + ids.get(1)).then().statusCode(404);
        assertOnlySignedWith(rotated.getString("secret"), made.secret(), ping(made));
    }

    @Test
    void atMostFiveOverlap() {
        Made made = Made.by(owner, receiver, "");
        for (int i = 0; i < 4; i++) {
            rotate(made, "{}");
        }
        owner.post(rotations(made), "{}").then().statusCode(409).contentType("application/problem+json");
        owner.get(secrets(made)).then().body("items.size()", equalTo(5));
        owner.post(rotations(made), "{\"overlap\": \"PT0S\"}").then().statusCode(201);
        owner.get(secrets(made)).then().body("items.size()", equalTo(1));
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

    @Test
    void anothersSecretsAreNotThere() {
        Made made = Made.by(owner, receiver, "");
        String id = owner.get(secrets(made)).jsonPath().getString("items[0].id");
        Api other = Api.subscriber("other-" + UUID.randomUUID());
        other.get(secrets(made)).then().statusCode(404);
        other.post(rotations(made), "{}").then().statusCode(404);
        other.delete(secrets(made) + "/" + id).then().statusCode(404);
        given().get(secrets(made)).then().statusCode(401);
        Made another = Made.by(owner, receiver, "");
        owner.delete(secrets(another) + "/" + id).then().statusCode(404);
        owner.get(secrets(made)).then().body("items.id", equalTo(List.of(id)));
        Api.admin().get(secrets(made)).then().body("items.id", equalTo(List.of(id)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "overlap | {'overlap':'P8D'}",
                "overlap | {'overlap':'-PT1S'}",
                "overlap | {'overlap':'P7DT0.001S'}",
                "overlap | {'overlap':'PT99999999999999999999H'}",
                "overlap | {'overlap':'a day'}",
                "overlap | {'overlap':''}",
                "overlap | {'overlap':24}",
                "signature | {'signature':'v2'}",
                "signature | {'signature':'v1a'}",
                "signature | {'signature':1}",
                "hours | {'hours':1}",
                "body | null",
                "body | []",
            })
    void aBadRotationIsAProblemThatNamesTheFieldAndChangesNothing(String field, String body) {
        Made made = Made.by(owner, receiver, "");
        owner.post(rotations(made), body.replace('\'', '"'))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", equalTo(List.of(field)));
        owner.get(secrets(made)).then().body("items.size()", equalTo(1)).body("items[0].expiresAt", nullValue());
    }

    @Test
    void whoAsksForBothSaysWhichToRotate() {
        Made made = Made.by(owner, receiver, BOTH);
        owner.post(rotations(made), "{}").then().statusCode(400).body("errors.field", equalTo(List.of("signature")));
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
