package org.tocsin.events;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.tocsin.service.access.Role;
import org.tocsin.testing.TestKeys;

/** Calls to the service under test, in short. */
public final class Calls {
    public static final ObjectMapper JSON = new ObjectMapper();

    private Calls() {}

    /** A request with a token of these roles. */
    public static RequestSpecification as(String... roles) {
        return given().auth().oauth2(TestKeys.token("test", roles));
    }

    public static ValidatableResponse get(String path) {
        return as(Role.READER).urlEncodingEnabled(false).when().get(path).then();
    }

    /** The JSON answer of a call that must succeed. */
    public static JsonNode json(String path) {
        return tree(get(path).statusCode(200).extract().asString());
    }

    public static ValidatableResponse put(String report, String body) {
        return as(Role.SERVICE)
                .contentType("application/json")
                .body(body)
                .when()
                .put("/reports/" + report + "/events")
                .then();
    }

    public static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A revision of a report without events. */
    public static ObjectNode report(String publisher, String publishedAt, int revision) {
        ObjectNode body = JSON.createObjectNode();
        body.putObject("report")
                .put("publisher", publisher)
                .put("title", "A title")
                .put("url", "https://" + publisher + ".example/1")
                .put("publishedAt", publishedAt)
                .put("language", "en")
                .putNull("copyOf");
        body.put("revision", revision).put("readerVersion", "1").put("live", true);
        body.putArray("events");
        return body;
    }

    /** Adds an event to a report: a completed, asserted taking of the whole place, to be altered by the caller. */
    public static ObjectNode taking(ObjectNode report, String id, String place, String actor, String day) {
        ObjectNode event = ((ArrayNode) report.path("events")).addObject();
        event.put("id", id)
                .put("type", "TERRITORY_SEIZED")
                .put("stance", "ASSERTED")
                .put("changesHands", true)
                .put("extent", "WHOLE")
                .put("confidence", 0.9);
        event.putObject("place").put("id", place);
        event.putObject("actor").put("id", actor).put("name", actor);
        event.putNull("target").putNull("claimant").put("occurredOn", day).put("datePrecision", "DAY");
        ObjectNode evidence = event.putObject("evidence").put("field", "text");
        evidence.putObject("sentence").put("start", 0).put("end", 20).put("text", "They seized the city.");
        evidence.putNull("trigger").putNull("place").putNull("actor");
        event.putArray("reasons").add("'seized'");
        return event;
    }

    public static String uuid() {
        return UUID.randomUUID().toString();
    }
}
