package org.tocsin.alerts.silence;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.alerts.Api;
import org.tocsin.alerts.Made;
import org.tocsin.alerts.Receiver;
import org.tocsin.alerts.Surroundings;
import org.tocsin.alerts.Tables;
import org.tocsin.testing.PostgresAndKeys;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(Surroundings.class)
class SilenceResourceTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String name = "silent-" + UUID.randomUUID();
    private final Api owner = Api.subscriber(name);

    @Test
    void theDocumentedSilenceIsAnsweredAsDocumented() throws Exception {
        Path examples = Path.of("..", "docs", "api", "examples");
        Instant ends = Instant.parse("2099-01-02T03:04:05Z");
        ObjectNode request = (ObjectNode) JSON.readTree(Files.readString(examples.resolve("silence.request.json")));
        request.put("startsAt", ends.minus(Duration.ofDays(300)).toString()).put("endsAt", ends.toString());
        ObjectNode expected = (ObjectNode) JSON.readTree(Files.readString(examples.resolve("silence.response.json")));
        ObjectNode made = (ObjectNode) JSON.readTree(owner.post("/silences", JSON.writeValueAsString(request))
                .then()
                .statusCode(201)
                .header("Location", matchesPattern(".*/silences/[0-9a-f-]{36}"))
                .extract()
                .asString());
        expected.put("status", "PENDING").put("createdBy", name);
        for (String changing : List.of("id", "startsAt", "endsAt", "createdAt", "updatedAt")) {
            expected.set(changing, made.get(changing));
        }
        assertEquals(expected, made);
        assertEquals(ends.toString(), made.path("endsAt").asText());
    }

    @Test
    void silencesAreListedByWhereTheyStandChangedAndEndedEarly() {
        String active = make(null, 3_600);
        String pending = make(Instant.now().plusSeconds(600), 3_600);
        String over = make(null, 3_600);
        owner.delete("/silences/" + over).then().statusCode(204);
        assertEquals(List.of(active), ids("ACTIVE"));
        assertEquals(List.of(pending), ids("PENDING"));
        assertEquals(List.of(over), ids("EXPIRED"));
        JsonPath first = owner.get("/silences?limit=2").jsonPath();
        assertEquals(List.of(active, pending), first.getList("items.id"));
        assertEquals(
                List.of(over),
                owner.get("/silences?after=" + first.getString("next"))
                        .jsonPath()
                        .getList("items.id"));
        String begun = owner.get("/silences/" + active).jsonPath().getString("startsAt");
        owner.put("/silences/" + active, body("{\"countries\": [\"SY\"]}", null, 7_200))
                .then()
                .statusCode(200)
                .body("startsAt", equalTo(begun))
                .body("matchers.countries", equalTo(List.of("SY")));
        owner.put("/silences/" + over, body("{}", null, 7_200)).then().statusCode(409);
        owner.delete("/silences/" + over).then().statusCode(204);
    }

    @Test
    void anothersSilenceIsNotThere() {
        String id = make(null, 3_600);
        Api stranger = Api.subscriber("stranger");
        stranger.get("/silences/" + id).then().statusCode(404);
        stranger.put("/silences/" + id, body("{}", null, 3_600)).then().statusCode(404);
        stranger.delete("/silences/" + id).then().statusCode(404);
        stranger.get("/silences?limit=1000").then().body("items.id.contains('" + id + "')", equalTo(false));
        Api.admin().get("/silences/" + id).then().statusCode(200);
        owner.get("/silences/3f0d1f0e-7e0b-4d7e-a1de-6b1f2f7f4c10").then().statusCode(404);
        try (Receiver receiver = new Receiver()) {
            Made theirs = Made.by(stranger, receiver, "");
            owner.post("/silences", body("{\"subscriptions\": [\"" + theirs.id() + "\"]}", null, 60))
                    .then()
                    .statusCode(400)
                    .body("errors.field", equalTo(List.of("matchers.subscriptions[0]")));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "endsAt | {'comment':'c'}",
                "endsAt | {'comment':'c','endsAt':'2020-01-01T00:00:00Z'}",
                "endsAt | {'comment':'c','endsAt':'2099-01-01T00:00:00Z','startsAt':'2099-01-01T00:00:00Z'}",
                "endsAt | {'comment':'c','endsAt':'2099-01-01T00:00:00Z'}",
                "endsAt | {'comment':'c','endsAt':'tomorrow'}",
                "comment | {'endsAt':'END'}",
                "comment | {'comment':' ','endsAt':'END'}",
                "comment | {'comment':'a\\u0000','endsAt':'END'}",
                "matchers.places[0] | {'comment':'c','endsAt':'END','matchers':{'places':['Mosul']}}",
                "matchers.countries[0] | {'comment':'c','endsAt':'END','matchers':{'countries':['Iraq']}}",
                "matchers.kinds[0] | {'comment':'c','endsAt':'END','matchers':{'kinds':['FLOOD']}}",
                "matchers.actors[0] | {'comment':'c','endsAt':'END','matchers':{'actors':['A B']}}",
                "matchers.subscriptions[0] | {'comment':'c','endsAt':'END','matchers':{'subscriptions':['x']}}",
                "matchers.city | {'comment':'c','endsAt':'END','matchers':{'city':['x']}}",
                "createdBy | {'comment':'c','endsAt':'END','createdBy':'me'}",
            })
    void aBadSilenceIsAProblemThatNamesTheField(String field, String request) {
        String body = request.replace('\'', '"')
                .replace("END", Instant.now().plusSeconds(60).toString());
        String answer = owner.post("/silences", body)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .extract()
                .asString();
        assertTrue(JsonPath.from(answer).getList("errors.field").contains(field), answer);
        owner.get("/silences").then().body("items.size()", equalTo(0));
    }

    @Test
    void aBadParameterIsAProblemThatNamesIt() {
        owner.get("/silences?status=ON").then().statusCode(400).body("errors.field", equalTo(List.of("status")));
        owner.get("/silences?limit=0").then().statusCode(400).body("errors.field", equalTo(List.of("limit")));
    }

    @Test
    void anOwnerHasOnlySoManyThatAreNotOver() {
        Tables.change("""
                insert into silence (id, owner, matchers, starts_at, ends_at, comment, created_by, created_at, updated_at)
                select gen_random_uuid(), ?, '{}', now(), now() + interval '1 hour', 'c', 'x', now(), now()
                from generate_series(1, 1000)
                """, name);
        owner.post("/silences", body("{}", null, 60))
                .then()
                .statusCode(409)
                .body("detail", equalTo("The owner has 1000 silences that are not over, and may have 1000."));
        Tables.change("update silence set ends_at = now() where owner = ?", name);
        owner.post("/silences", body("{}", null, 60)).then().statusCode(201);
        Tables.change("delete from silence where owner = ?", name);
    }

    private String make(@org.jspecify.annotations.Nullable Instant starts, long seconds) {
        return owner.post("/silences", body("{}", starts, seconds))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String body(String matchers, @org.jspecify.annotations.Nullable Instant starts, long seconds) {
        return "{\"matchers\": " + matchers + ", \"comment\": \"quiet\", "
                + (starts == null ? "" : "\"startsAt\": \"" + starts + "\", ") + "\"endsAt\": \""
                + Instant.now().plusSeconds(seconds) + "\"}";
    }

    private List<String> ids(String status) {
        return owner.get("/silences?status=" + status).jsonPath().getList("items.id");
    }
}
