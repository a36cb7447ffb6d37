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
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
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
class SecretResourceTest {
    private static final String BOTH = ", \"signatures\": [\"v1\", \"v1a\"]";

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

    private static String secrets(Made made) {
        return "/subscriptions/" + made.id() + "/secrets";
    }

    private static String rotations(Made made) {
        return "/subscriptions/" + made.id() + "/secret-rotations";
    }
}
