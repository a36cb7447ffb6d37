package org.tocsin.events.publisher;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tocsin.events.Calls.as;
import static org.tocsin.events.Calls.get;
import static org.tocsin.events.Calls.json;
import static org.tocsin.events.Calls.report;
import static org.tocsin.events.Calls.taking;
import static org.tocsin.events.Calls.uuid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.tocsin.events.Calls;
import org.tocsin.service.access.Role;
import org.tocsin.testing.PostgresAndKeys;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class PublishersResourceTest {
    private static final String MARAWI = "1701053";

    @Test
    void aPublisherIsKnownByItsFoldedNameAndHasTheDefaultGradeFirst() {
        String id = uuid();
        ObjectNode said = report("AFP Manila", "2017-05-24T10:00:00Z", 1);
        taking(said, id + "-1-0-0", MARAWI, "islamic-state", "2017-05-23");
        Calls.put(id, said.toString()).statusCode(200);
        get("/publishers/afp-manila")
                .statusCode(200)
                .body("id", equalTo("afp-manila"), "name", equalTo("AFP Manila"), "grade", equalTo("C"));
        get("/publishers/AFP%20Manila").statusCode(200).body("id", equalTo("afp-manila"));
        get("/publishers/nobody-at-all").statusCode(404);
    }

    @Test
    void anotherGradeIsThoughtAboutAgain() {
        String id = uuid();
        String place = "1730501";
        ObjectNode said = report("grade-wire", "2017-06-24T10:00:00Z", 1);
        taking(said, id + "-1-0-0", place, "islamic-state", "2017-06-23");
        Calls.put(id, said.toString()).statusCode(200);
        String start = json("/changes?after=now").path("next").asText();
        grade("Grade-Wire", "{\"name\":\"Grade Wire\",\"grade\":\"A\"}")
                .statusCode(200)
                .body("grade", equalTo("A"));
        JsonNode change = json("/changes?wait=20&after=" + start).path("items").get(0);
        assertEquals("ASSURANCE_CHANGED", change.path("kind").asText());
        assertEquals("CORROBORATED", change.path("after").path("assurance").asText());
        assertEquals("grade", change.path("cause").path("type").asText());
        get("/places/" + place + "/control?at=2017-07-01&knownAt="
                        + json("/events/" + id + "-1-0-0").path("recordedAt").asText())
                .body("assurance", equalTo("CLAIMED"));
    }

    @Test
    void whatACuratedDataSetSaysIsConfirmed() {
        String id = uuid();
        String place = "2453662";
        ObjectNode said = report("markala-data", "2013-01-14T10:00:00Z", 1);
        taking(said, id + "-1-0-0", place, "ansar-dine", "2013-01-13");
        Calls.put(id, said.toString()).statusCode(200);
        get("/publishers/markala-data").body("curated", equalTo(false));
        String start = json("/changes?after=now").path("next").asText();
        grade("markala-data", "{\"grade\":\"C\",\"curated\":true}")
                .statusCode(200)
                .body("curated", equalTo(true));
        JsonNode change = json("/changes?wait=20&after=" + start).path("items").get(0);
        assertEquals(place, change.path("place").path("id").asText());
        assertEquals("ASSURANCE_CHANGED", change.path("kind").asText());
        assertEquals("CONFIRMED", change.path("after").path("assurance").asText());
        assertEquals("grade", change.path("cause").path("type").asText());
        get("/places/" + place + "/control?knownAt="
                        + json("/events/" + id + "-1-0-0").path("recordedAt").asText())
                .body("assurance", equalTo("CLAIMED"));
        String since = json("/publishers/markala-data").path("gradedAt").asText();
        grade("markala-data", "{\"grade\":\"C\"}").body("curated", equalTo(true), "gradedAt", equalTo(since));
        get("/places/" + place + "/control?knownAt=" + since).body("assurance", equalTo("CONFIRMED"));
        grade("markala-data", "{\"grade\":\"C\",\"curated\":false}").body("curated", equalTo(false));
        grade("other-data", "{\"grade\":\"B\",\"curated\":true}")
                .statusCode(201)
                .body("curated", equalTo(true));
        grade("other-data", "{\"grade\":\"B\",\"curated\":\"yes\"}")
                .statusCode(400)
                .body("errors[0].field", equalTo("curated"));
    }

    @Test
    void badGradesAreRefusedByField() {
        grade("new-wire", "{\"grade\":\"Z\"}").statusCode(400).body("errors[0].field", equalTo("grade"));
        grade("new-wire", "{\"grade\":\"A\",\"extra\":1}").statusCode(400).body("errors[0].field", equalTo("extra"));
        grade("new-wire", "{}").statusCode(400).body("errors[0].field", equalTo("grade"));
        grade("!!!", "{\"grade\":\"A\"}").statusCode(400).body("errors[0].field", equalTo("slug"));
        get("/publishers/%00").statusCode(400).body("errors[0].field", equalTo("slug"));
        as(Role.READER)
                .contentType("application/json")
                .body("{\"grade\":\"A\"}")
                .when()
                .put("/publishers/new-wire")
                .then()
                .statusCode(403)
                .body("type", startsWith("urn:tocsin:problem:"));
        grade("new-wire", "{\"grade\":\"E\"}").statusCode(201).body("name", equalTo("new-wire"));
    }

    private static ValidatableResponse grade(String slug, String body) {
        return as(Role.ANALYST)
                .contentType("application/json")
                .body(body)
                .when()
                .put("/publishers/" + slug)
                .then();
    }
}
