package org.tocsin.alerts.signing;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.alerts.Api;
import org.tocsin.alerts.Made;
import org.tocsin.alerts.Receiver;
import org.tocsin.alerts.Surroundings;
import org.tocsin.alerts.store.Database;
import org.tocsin.testing.PostgresAndKeys;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(Surroundings.class)
class ResealingTest {
    private static final String OTHER =
            Base64.getEncoder().encodeToString("another key, also 32 bytes long.".getBytes(StandardCharsets.US_ASCII));

    @Inject
    Database database;

    private final Api owner = Api.subscriber("owner-" + UUID.randomUUID());
    private Receiver receiver;

    @BeforeEach
    void open() {
        receiver = new Receiver();
    }

    @AfterEach
    void close() throws Exception {
        // Leaves all as the service under test can open it, for the tests that follow.
        new Resealing(database, vault(Surroundings.MASTER_KEY, OTHER)).reseal();
        receiver.close();
    }

    @Test
    void afterTheMasterKeyWasRotatedTheSameSecretsSignAndTheOldKeyIsNotNeeded() throws Exception {
        Made made = Made.active(owner, receiver, ", \"signatures\": [\"v1\", \"v1a\"]");
        UUID id = UUID.fromString(made.id());
        Vault rotated = vault(OTHER, Surroundings.MASTER_KEY);
        Vault onlyNew = vault(OTHER);
        List<byte[]> before = open(vault(Surroundings.MASTER_KEY), id);
        assertEquals(before.size(), open(rotated, id).size(), "opened before they are sealed anew");

        new Resealing(database, rotated).run();

        List<byte[]> after = open(onlyNew, id);
        assertEquals(2, after.size());
        for (int i = 0; i < 2; i++) {
            assertArrayEquals(before.get(i), after.get(i));
        }
        assertEquals(List.of(onlyNew.keyId(), onlyNew.keyId()), keyIds(id));
        assertEquals(0, new Resealing(database, rotated).reseal(), "nothing is left to do");
    }

    @Test
    void moreThanABatchIsSealedAnew() throws Exception {
        Made made = Made.active(owner, receiver, "");
        UUID id = UUID.fromString(made.id());
        String many = """
                insert into secret (id, subscription_id, scheme, key_id, sealed, created_at, expires_at)
                select gen_random_uuid(), subscription_id, scheme, key_id, sealed, created_at, now() + interval '1 day'
                from secret, generate_series(1, 1200) where subscription_id = ?
                """;
        try (Connection connection = PostgresAndKeys.connect();
                PreparedStatement statement = connection.prepareStatement(many)) {
            statement.setObject(1, id);
            assertEquals(1_200, statement.executeUpdate());
        }
        new Resealing(database, vault(OTHER, Surroundings.MASTER_KEY)).run();
        assertEquals(
                List.of(vault(OTHER).keyId()), keyIds(id).stream().distinct().toList());
        owner.delete("/subscriptions/" + made.id()).then().statusCode(204);
    }

    @Test
    void whatNoKeyOpensIsNotSentUnsignedAndSaysSo() throws Exception {
        Made made = Made.active(owner, receiver, "");
        new Resealing(database, vault(OTHER, Surroundings.MASTER_KEY)).run();
        String delivery = owner.request()
                .post("/subscriptions/" + made.id() + "/pings")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        Api.until(
                "an attempt",
                () -> owner.get("/deliveries/" + delivery).jsonPath().getInt("attempts") > 0);
        owner.get("/deliveries/" + delivery).then().body("lastError", equalTo("NOT_SIGNED"));
        assertThrows(
                IllegalStateException.class, () -> openOne(vault(Surroundings.MASTER_KEY), UUID.fromString(made.id())));
    }

    private static Vault vault(String key, String... old) {
        return new Vault(Optional.of(key), Optional.of(List.of(old)));
    }

    private List<byte[]> open(Vault vault, UUID subscription) {
        Map<UUID, List<SigningKey>> found = database.inTransaction(
                connection -> new SigningKeys(database, vault).open(connection, List.of(subscription)));
        return found.getOrDefault(subscription, List.of()).stream()
                .map(SigningKey::bytes)
                .toList();
    }

    private void openOne(Vault vault, UUID subscription) throws Exception {
        try (Connection connection = PostgresAndKeys.connect();
                PreparedStatement statement =
                        connection.prepareStatement("select key_id, sealed from secret where subscription_id = ?")) {
            statement.setObject(1, subscription);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                vault.open(subscription, Scheme.V1, new Sealed(row.getString(1), row.getBytes(2)));
            }
        }
    }

    private static List<String> keyIds(UUID subscription) throws Exception {
        try (Connection connection = PostgresAndKeys.connect();
                PreparedStatement statement =
                        connection.prepareStatement("select key_id from secret where subscription_id = ?")) {
            statement.setObject(1, subscription);
            List<String> ids = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
            }
            return ids;
        }
    }
}
