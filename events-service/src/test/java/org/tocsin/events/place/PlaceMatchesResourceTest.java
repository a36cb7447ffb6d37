package org.tocsin.events.place;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.events.Calls;
import org.tocsin.service.access.Role;
import org.tocsin.testing.PostgresAndKeys;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class PlaceMatchesResourceTest {
    private static final Path EXAMPLES = Path.of("..", "docs", "api", "examples");

    @Test
    void theDocumentedListIsAnsweredAsDocumented() throws Exception {
        String answer = post("/places/matches", Files.readString(EXAMPLES.resolve("place-matches.request.json")))
                .statusCode(200)
                .extract()
                .asString();
        assertEquals(Calls.tree(Files.readString(EXAMPLES.resolve("place-matches.response.json"))), Calls.tree(answer));
    }

    @Test
    void theDocumentedCheckIsAnsweredAsDocumented() throws Exception {
        String answer = post("/id-checks", Files.readString(EXAMPLES.resolve("id-checks.request.json")))
                .statusCode(200)
                .extract()
                .asString();
        assertEquals(Calls.tree(Files.readString(EXAMPLES.resolve("id-checks.response.json"))), Calls.tree(answer));
    }

    @Test
    void theApiDocumentShowsTheExamples() throws Exception {
        assertEquals(
                Calls.tree(Files.readString(EXAMPLES.resolve("place-matches.request.json"))),
                Calls.tree(PlaceExamples.MATCHES_REQUEST));
        assertEquals(
                Calls.tree(Files.readString(EXAMPLES.resolve("place-matches.response.json"))),
                Calls.tree(PlaceExamples.MATCHES));
        assertEquals(
                Calls.tree(Files.readString(EXAMPLES.resolve("id-checks.request.json"))),
                Calls.tree(PlaceExamples.CHECK_REQUEST));
        assertEquals(
                Calls.tree(Files.readString(EXAMPLES.resolve("id-checks.response.json"))),
                Calls.tree(PlaceExamples.CHECKED));
    }

    @Test
    void unknownIdsOfEachKindAreNamed() {
        post(
                        "/id-checks",
                        "{\"countries\": [\"IQ\", \"XX\", \"iq\"], \"regions\": [\"IQ.15\", \"IQ.99\"], \"actors\": [\"government-of-iq\", \"x\"]}")
                .statusCode(200)
                .body("unknown.countries", equalTo(List.of("XX", "iq")))
                .body("unknown.regions", equalTo(List.of("IQ.99")))
                .body("unknown.actors", equalTo(List.of("x")));
        post("/id-checks", "{}").statusCode(200).body("unknown.actors", equalTo(List.of()));
    }

    @Test
    void aThousandLinesAreAnsweredInTheirOrderAndNotOneMore() {
        ObjectNode body = Calls.JSON.createObjectNode();
        ArrayNode items = body.putArray("items");
        for (int i = 0; i < 1_000; i++) {
            items.addObject().put("text", i % 2 == 0 ? "99072" : "Nowhere-on-Sea");
        }
        List<String> statuses = post("/places/matches", body.toString())
                .statusCode(200)
                .extract()
                .path("items.status");
        for (int i = 0; i < 1_000; i++) {
            assertEquals(i % 2 == 0 ? "MATCHED" : "UNKNOWN", statuses.get(i));
        }
        items.addObject().put("text", "Mosul");
        post("/places/matches", body.toString()).statusCode(400).body("errors.field", equalTo(List.of("items")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/places/matches | {} | items",
                "/places/matches | {'items': []} | items",
                "/places/matches | {'items': [null]} | items[0]",
                "/places/matches | {'items': [{}]} | items[0].text",
                "/places/matches | {'items': [{'text': ' '}]} | items[0].text",
                "/places/matches | {'items': [{'text': 'a\\u0000'}]} | items[0].text",
                "/places/matches | {'items': [{'text': 'Mosul', 'country': 7}]} | items[0].country",
                "/places/matches | {'items': [{'name': 'Mosul'}]} | items[0].name",
                "/id-checks | {'countries': [null]} | countries[0]",
                "/id-checks | {'places': ['1']} | places",
            })
    void aBadRequestIsAProblemThatNamesTheField(String path, String body, String field) {
        String answer = post(path, body.replace('\'', '"'))
                .statusCode(400)
                .contentType("application/problem+json")
                .extract()
                .asString();
        assertTrue(JsonPath.from(answer).getList("errors.field").contains(field), answer);
    }

    @Test
    void onlyWhoHasATokenWithARoleMayAsk() {
        String body = "{\"items\": [{\"text\": \"Mosul\"}]}";
        given().contentType("application/json")
                .body(body)
                .post("/places/matches")
                .then()
                .statusCode(401);
        Calls.as(Role.REPORTER)
                .contentType("application/json")
                .body(body)
                .post("/places/matches")
                .then()
                .statusCode(403);
        Calls.as(Role.SERVICE)
                .contentType("application/json")
                .body(body)
                .post("/places/matches")
                .then()
                .statusCode(200);
        Calls.as(Role.READER).get("/places/matches").then().statusCode(405);
    }

    private static ValidatableResponse post(String path, String body) {
        return Calls.as(Role.READER)
                .contentType("application/json")
                .body(body)
                .post(path)
                .then();
    }
}
