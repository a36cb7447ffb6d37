package org.tocsin.events.event;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.tocsin.service.access.Role;
import org.tocsin.testing.PostgresAndKeys;
import org.tocsin.testing.TestKeys;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class ReportEventsResourceTest {
    private static final String REPORT = "0b9f3c52-6a0e-4f43-9a3e-6d1a3c1f0a11";
    private static final Path EXAMPLES = Path.of("../docs/api/examples");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theExampleIsAnsweredAsWrittenAndChangesMosul() throws IOException {
        String after = given().auth()
                .oauth2(TestKeys.token("r", Role.READER))
                .when()
                .get("/changes?after=now")
                .then()
                .statusCode(200)
                .body("items", hasSize(0))
                .extract()
                .path("next");
        String answer = put(REPORT, read("report-events.request.json"))
                .statusCode(200)
                .extract()
                .asString();
        assertEquals(JSON.readTree(read("report-events.response.json")), JSON.readTree(answer));
        JsonNode page = JSON.readTree(given().auth()
                .oauth2(TestKeys.token("r", Role.READER))
                .when()
                .get("/changes?wait=5&after=" + after)
                .then()
                .statusCode(200)
                .extract()
                .asString());
        assertEquals(expected(read("changes.response.json"), page), page.toPrettyString());
        given().auth()
                .oauth2(TestKeys.token("r", Role.READER))
                .when()
                .get("/places/99072/control?at=2014-06-20")
                .then()
                .statusCode(200)
                .body("holder.id", equalTo("islamic-state"), "since", equalTo("2014-06-10"), "rule", equalTo("taken"));
    }

    /** The example with the times and cursor of this run. */
    private static String expected(String example, JsonNode page) throws IOException {
        ObjectNode tree = (ObjectNode) JSON.readTree(example);
        ((ObjectNode) tree.path("items").get(0))
                .set("recordedAt", page.path("items").path(0).path("recordedAt"));
        tree.set("next", page.path("next"));
        return tree.toPrettyString();
    }

    static io.restassured.response.ValidatableResponse put(String report, String body) {
        return given().auth()
                .oauth2(TestKeys.token("ingest", Role.SERVICE))
                .contentType("application/json")
                .body(body)
                .when()
                .put("/reports/" + report + "/events")
                .then();
    }

    private static String read(String example) throws IOException {
        return Files.readString(EXAMPLES.resolve(example));
    }
}
