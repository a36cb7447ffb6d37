package org.tocsin.events.event;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tocsin.events.Calls.JSON;
import static org.tocsin.events.Calls.as;
import static org.tocsin.events.Calls.get;
import static org.tocsin.events.Calls.json;
import static org.tocsin.events.Calls.put;
import static org.tocsin.events.Calls.report;
import static org.tocsin.events.Calls.taking;
import static org.tocsin.events.Calls.uuid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tocsin.service.access.Role;
import org.tocsin.testing.PostgresAndKeys;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class CopiesTest {
    /** Karbala, Nasiriyah, Basra and so on: one for each test, for all share a database. */
    private static final String[] PLACES = {
        "94824", "98854", "99532", "91597", "97990", "99608", "99131", "99347", "98530", "89824"
    };

    private static final String DAY = "2014-06-11";

    @Test
    void aReportAndItsCopyAreOneSourceFromTheBeginning() {
        String place = PLACES[0];
        String first = taken(place, "wire", 10, null, 0);
        String copy = taken(place, "site", 12, first, 1);
        assertAssurance(place, "CLAIMED");
        get("/events/" + copy + "-1-0-0").body("report.copyOf", equalTo(first));
        taken(place, "post", 13, null, 0);
        assertAssurance(place, "CORROBORATED");
    }

    @Test
    void aLinkThatIsFoundLaterMakesTheStateLessSureAndItsEndSurerAgain() {
        String place = PLACES[1];
        String first = taken(place, "wire", 10, null, 0);
        String copy = taken(place, "site", 12, null, 0);
        assertAssurance(place, "CORROBORATED");
        String start = json("/changes?after=now").path("next").asText();
        send(copy, place, "site", 12, first, 1, List.of());
        assertAssurance(place, "CLAIMED");
        send(copy, place, "site", 12, null, 2, List.of());
        assertAssurance(place, "CORROBORATED");
        send(copy, place, "site", 12, first, 3, List.of());
        assertAssurance(place, "CLAIMED");
        JsonNode changes = json("/changes?after=" + start).path("items");
        assertEquals(List.of("ASSURANCE_CHANGED", "ASSURANCE_CHANGED", "ASSURANCE_CHANGED"), kinds(changes));
        assertEquals("copy", changes.get(0).path("cause").path("type").asText());
        assertTrue(changes.get(0).path("cause").path("id").asText().startsWith(copy + "@"));
    }

    @Test
    void whatWasBelievedBeforeIsComputedWithTheLinksOfThen() {
        String place = PLACES[2];
        String first = taken(place, "wire", 10, null, 0);
        String copy = taken(place, "site", 12, null, 0);
        String start = json("/changes?after=now").path("next").asText();
        send(copy, place, "site", 12, first, 1, List.of());
        String linked = json("/changes?after=" + start)
                .path("items")
                .get(0)
                .path("recordedAt")
                .asText();
        String before = Instant.parse(linked).minusNanos(1_000).toString();
        get("/places/" + place + "/control?at=2014-06-20&knownAt=" + before).body("assurance", equalTo("CORROBORATED"));
        get("/places/" + place + "/control?at=2014-06-20&knownAt=" + linked).body("assurance", equalTo("CLAIMED"));
    }

    @Test
    void anOriginalThatArrivesLateBringsTheLinksOfItsCopiesAndNothingChangesInBetween() {
        String place = PLACES[3];
        String site = taken(place, "site", 12, null, 0);
        String third = taken(place, "third", 13, site, 1);
        String start = json("/changes?after=now").path("next").asText();
        String wire = uuid();
        send(wire, place, "wire", 10, null, 0, List.of(link(site, wire, 1), link(third, wire, 2)));
        assertAssurance(place, "CLAIMED");
        get("/changes?after=" + start).body("items", empty());
        get("/events/" + third + "-1-0-0").body("report.copyOf", equalTo(wire));
        get("/places/" + place + "/control?at=2014-06-20").body("evidence.for", hasItem(wire + "-1-0-0"));
    }

    @Test
    void aRetractedOriginalIsReplacedByItsFirstCopyAndNothingChangesInBetween() {
        String place = PLACES[4];
        String wire = taken(place, "wire", 10, null, 0);
        String site = taken(place, "site", 12, wire, 1);
        String third = taken(place, "third", 13, wire, 1);
        String start = json("/changes?after=now").path("next").asText();
        ObjectNode retraction = report("wire-4", "2014-06-11T10:00:00Z", 2);
        retraction.set("copyLinks", links(List.of(link(site, null, 2), link(third, site, 2))));
        put(wire, retraction.toString()).statusCode(200);
        get("/changes?after=" + start).body("items", empty());
        assertAssurance(place, "CLAIMED");
        get("/events/" + site + "-1-0-0").body("report.copyOf", nullValue());
        get("/events/" + third + "-1-0-0").body("report.copyOf", equalTo(site));
    }

    @Test
    void aLinkThatIsOlderThanTheRecordedOneIsLeftAside() {
        String place = PLACES[5];
        String first = taken(place, "wire", 10, null, 0);
        String copy = taken(place, "site", 12, first, 2);
        send(copy, place, "site", 12, null, 1, List.of());
        get("/events/" + copy + "-1-0-0").body("report.copyOf", equalTo(first));
        assertAssurance(place, "CLAIMED");
    }

    @Test
    void aLinkMayComeBeforeTheReport() {
        String place = PLACES[6];
        String copy = uuid();
        String first = uuid();
        send(first, place, "wire", 10, null, 0, List.of(link(copy, first, 1)));
        send(copy, place, "site", 12, null, 0, List.of());
        get("/events/" + copy + "-1-0-0").body("report.copyOf", equalTo(first));
        assertAssurance(place, "CLAIMED");
    }

    @Test
    void theSameCallTwiceChangesNothing() {
        String place = PLACES[7];
        String first = taken(place, "wire", 10, null, 0);
        String copy = taken(place, "site", 12, first, 1);
        String start = json("/changes?after=now").path("next").asText();
        send(copy, place, "site", 12, first, 1, List.of(link(first, null, 0)));
        get("/changes?after=" + start).body("items", empty());
    }

    @Test
    void storiesOnTenThousandSitesEachAreRelinkedInOneCall() {
        String place = PLACES[8];
        String wire = taken(place, "wire", 10, null, 0);
        String site = taken(place, "site", 12, wire, 1);
        String third = taken(place, "third", 13, wire, 1);
        ArrayNode reports = JSON.createArrayNode();
        for (String report : List.of(wire, uuid(), uuid())) {
            List<ObjectNode> links = new ArrayList<>(List.of(link(site, null, 2), link(third, site, 2)));
            while (links.size() < Inputs.MOST_LINKS) {
                links.add(link(uuid(), site, 2));
            }
            ObjectNode retraction = report("wire-8", "2014-06-11T10:00:00Z", 2);
            retraction.set("copyLinks", links(links));
            reports.addObject().put("id", report).set("says", retraction);
        }
        as(Role.SERVICE)
                .contentType("application/json")
                .body(JSON.createObjectNode().set("reports", reports).toString())
                .post("/events")
                .then()
                .statusCode(200);
        assertAssurance(place, "CLAIMED");
        get("/events/" + site + "-1-0-0").body("report.copyOf", nullValue());
        get("/events/" + third + "-1-0-0").body("report.copyOf", equalTo(site));
    }

    @Test
    void ofTwoLinksOfOneReportInACallTheNewerCounts() {
        String place = PLACES[9];
        String first = taken(place, "wire", 10, null, 0);
        String copy = taken(place, "site", 12, first, 1);
        String start = json("/changes?after=now").path("next").asText();
        send(copy, place, "site", 12, null, 3, List.of(link(copy, uuid(), 2)));
        get("/events/" + copy + "-1-0-0").body("report.copyOf", nullValue());
        assertAssurance(place, "CORROBORATED");
        assertEquals(
                List.of("ASSURANCE_CHANGED"),
                kinds(json("/changes?after=" + start).path("items")));
    }

    @Test
    void aReportIsNoCopyOfItself() {
        String report = uuid();
        ObjectNode body = report("mirror", "2014-06-11T10:00:00Z", 1);
        ((ObjectNode) body.path("report")).put("copyOf", report);
        put(report, body.toString()).statusCode(400).body("errors[0].field", equalTo("report.copyOf"));
        ((ObjectNode) body.path("report")).putNull("copyOf");
        body.set("copyLinks", links(List.of(link("x", "x", 1))));
        put(report, body.toString()).statusCode(400).body("errors[0].field", equalTo("report.copyOf"));
        as(Role.SERVICE)
                .contentType("application/json")
                .body("{\"reports\": [{\"id\": \"" + report + "\", \"says\": " + body + "}]}")
                .post("/events")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("reports[0].says.report.copyOf"));
    }

    /** A report of one taking, sent in its first revision; its id. */
    private static String taken(String place, String publisher, int hour, @Nullable String copyOf, int version) {
        String report = uuid();
        send(report, place, publisher, hour, copyOf, version, List.of());
        return report;
    }

    private static void send(
            String report,
            String place,
            String publisher,
            int hour,
            @Nullable String copyOf,
            int version,
            List<ObjectNode> links) {
        int number = List.of(PLACES).indexOf(place);
        ObjectNode body = report(publisher + "-" + number, "2014-06-11T" + hour + ":00:00Z", 1);
        ((ObjectNode) body.path("report")).put("copyOf", copyOf).put("copyVersion", version);
        taking(body, report + "-1-0-0", place, "islamic-state", DAY);
        body.set("copyLinks", links(links));
        put(report, body.toString()).statusCode(200);
    }

    private static ObjectNode link(String report, @Nullable String copyOf, int version) {
        return JSON.createObjectNode()
                .put("report", report)
                .put("copyOf", copyOf)
                .put("version", version);
    }

    private static ArrayNode links(List<ObjectNode> links) {
        return JSON.createArrayNode().addAll(links);
    }

    private static void assertAssurance(String place, String assurance) {
        get("/places/" + place + "/control?at=2014-06-20")
                .body("holder.id", equalTo("islamic-state"), "assurance", equalTo(assurance));
    }

    private static List<String> kinds(JsonNode changes) {
        List<String> kinds = new ArrayList<>();
        changes.forEach(change -> kinds.add(change.path("kind").asText()));
        return kinds;
    }
}
