package org.tocsin.ingest;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.tocsin.service.access.Role;
import org.tocsin.testing.TestKeys;

/** Calls of the API as tests make them. */
public final class Calls {
    public static final ObjectMapper JSON = new ObjectMapper();

    private Calls() {}

    public static RequestSpecification as(String role) {
        return given().auth().oauth2(TestKeys.token("a-" + role, role));
    }

    /** A report that may be sent; its fields may be changed. */
    public static Map<String, Object> report(String publisher, String text) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("publisher", publisher);
        report.put("title", "A title");
        report.put("text", text);
        report.put("publishedAt", "2014-06-10T15:30:00Z");
        return report;
    }

    public static ValidatableResponse post(Object report) {
        return as(Role.REPORTER)
                .contentType(ContentType.JSON)
                .body(report)
                .when()
                .post("/reports")
                .then();
    }

    /** Posts a report that is new and returns its id. */
    public static String stored(Object report) {
        return post(report).statusCode(201).extract().path("id");
    }

    public static JsonNode get(String path) {
        return json(as(Role.READER).get(path).then().statusCode(200).extract().asString());
    }

    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }

    public static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** Asks until the answer's {@code field} is {@code value}, for at most half a minute. */
    public static JsonNode awaited(String path, String field, String value) {
        return awaited(() -> get(path), field, value);
    }

    private static JsonNode awaited(Supplier<JsonNode> ask, String field, String value) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (true) {
            JsonNode answer = ask.get();
            if (answer.path(field).asText().equals(value)) {
                return answer;
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("waited for " + field + " to be " + value + ": " + answer);
            }
            Thread.onSpinWait();
        }
    }
}
