package org.tocsin.events.event;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tocsin.events.Calls.get;
import static org.tocsin.events.Calls.json;
import static org.tocsin.events.Calls.put;
import static org.tocsin.events.Calls.report;
import static org.tocsin.events.Calls.taking;
import static org.tocsin.events.Calls.uuid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tocsin.testing.PostgresAndKeys;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class RevisionsTest {
    private static final String RAQQA = "172955";
    private static final String TIKRIT = "90150";
    private static final String PALMYRA = "163808";
    private static final String FALLUJAH = "99454";
    private static final String KIRKUK = "94787";
    private static final String RAMADI = "98717";
    private static final String SINJAR = "448149";
    private static final String DEIR_EZ_ZOR = "170794";
    private static final String KURAKHOVE = "703646";
    private static final String MANBIJ = "167357";

    @Test
    void theSameCallTwiceChangesNothing() {
        String report = uuid();
        ObjectNode body = report("twice-wire", "2014-01-15T10:00:00Z", 1);
        taking(body, report + "-1-0-0", RAQQA, "islamic-state", "2014-01-14");
        put(report, body.toString()).statusCode(200).body("items.outcome", contains("STORED"));
        String end = json("/changes?after=now").path("next").asText();
        put(report, body.toString()).statusCode(200).body("items.outcome", contains("KNOWN"), "withdrawn", empty());
        get("/changes?after=" + end).body("items", empty(), "next", equalTo(end));
    }

    @Test
    void theIdOfAnEntryThatGeoNamesJoinedWithAnotherIsThatOfThePlace() {
        String report = uuid();
        ObjectNode body = report("joined-wire", "2025-01-06T10:00:00Z", 1);
        taking(body, report + "-1-0-0", "695357", "government-of-ru", "2025-01-05");
        for (String outcome : List.of("STORED", "KNOWN")) {
            put(report, body.toString()).statusCode(200).body("items.outcome", contains(outcome));
        }
        get("/places/695357/control?at=2025-01-06")
                .body("place.id", equalTo(KURAKHOVE), "holder.id", equalTo("government-of-ru"));
        get("/events?place=" + KURAKHOVE).body("items.id", contains(report + "-1-0-0"));
        get("/places/" + KURAKHOVE + "/control?at=2025-01-06").body("holder.id", equalTo("government-of-ru"));
        put(report, report("joined-wire", "2025-01-06T10:00:00Z", 2).toString())
                .body("withdrawn", contains(report + "-1-0-0"));
        get("/places/" + KURAKHOVE + "/control?at=2025-01-06").body("holder.id", equalTo("government-of-ua"));
    }

    @Test
    void anEmptyRevisionRetractsAndAnOlderOneIsLeftAside() {
        String report = uuid();
        ObjectNode body = report("retract-wire", "2014-06-12T10:00:00Z", 1);
        taking(body, report + "-1-0-0", TIKRIT, "islamic-state", "2014-06-11");
        taking(body, report + "-1-1-0", TIKRIT, "nobody-knows-them", "2014-06-11");
        String start = json("/changes?after=now").path("next").asText();
        put(report, body.toString())
                .statusCode(200)
                .body(
                        "items.outcome",
                        contains("STORED", "REFUSED"),
                        "items[1].problem.errors[0].field",
                        equalTo("actor.id"));
        ObjectNode empty = report("retract-wire", "2014-06-12T10:00:00Z", 2);
        put(report, empty.toString()).statusCode(200).body("items", empty(), "withdrawn", contains(report + "-1-0-0"));
        put(report, body.toString())
                .statusCode(200)
                .body("revision", equalTo(2), "items.outcome", contains("KNOWN", "KNOWN"));
        JsonNode changes = json("/changes?after=" + start).path("items");
        assertEquals(List.of("CHANGED_HANDS", "RETRACTED"), texts(changes, "kind"));
        assertEquals(changes.get(0).path("id"), changes.get(1).path("revises"));
        assertEquals("withdrawal", changes.get(1).path("cause").path("type").asText());
        get("/places/" + TIKRIT + "/control?at=2014-06-20")
                .body("holder.id", equalTo("government-of-iq"), "assurance", equalTo("BASELINE"));
        get("/events/" + report + "-1-0-0").body("status", equalTo("WITHDRAWN"));
        String before = changes.get(0).path("recordedAt").asText();
        get("/places/" + TIKRIT + "/control?at=2014-06-20&knownAt=" + before)
                .body("holder.id", equalTo("islamic-state"));
        get("/places/" + TIKRIT + "/control?at=2014-06-20&publishedUntil=2014-06-12T00:00:00Z&knownAt=" + before)
                .body("holder.id", equalTo("government-of-iq"));
    }

    @Test
    void historyIsInTheFeedButNotLiveAndAChangeExplainsItself() {
        String report = uuid();
        ObjectNode body = report("History Wire", "2015-05-22T10:00:00Z", 1).put("live", false);
        taking(body, report + "-1-0-0", PALMYRA, "islamic-state", "2015-05-20");
        String start = json("/changes?after=now").path("next").asText();
        put(report, body.toString()).statusCode(200);
        JsonNode change = json("/changes?wait=1&after=" + start).path("items").get(0);
        assertEquals(false, change.path("live").asBoolean());
        assertEquals(true, change.path("current").asBoolean());
        get("/changes/" + change.path("id").asText())
                .statusCode(200)
                .body(
                        "id",
                        equalTo(change.path("id").asText()),
                        "explanation.rule",
                        equalTo("taken"),
                        "explanation.words",
                        notNullValue(),
                        "explanation.for",
                        hasSize(1),
                        "explanation.for[0].evidence.sentence.text",
                        equalTo("They seized the city."),
                        "explanation.for[0].report.publisher",
                        equalTo("history-wire"),
                        "explanation.against",
                        empty());
    }

    @Test
    void aLaterReadingReplacesAnEarlierOneInOneStepAndDoesNotRing() {
        String report = uuid();
        ObjectNode first = report("reread-wire", "2014-01-05T10:00:00Z", 1);
        taking(first, report + "-1-0-0", FALLUJAH, "islamic-state", "2014-01-04");
        taking(first, report + "-1-1-0", KIRKUK, "islamic-state", "2014-01-04");
        put(report, first.toString()).statusCode(200);
        String start = json("/changes?after=now").path("next").asText();
        ObjectNode second = reading(first, 2);
        second.withArray("events").remove(1);
        taking(second, report + "-1-2-0-2", RAMADI, "islamic-state", "2014-01-04");
        put(report, second.toString())
                .statusCode(200)
                .body(
                        "reading",
                        equalTo(2),
                        "items.outcome",
                        contains("KNOWN", "STORED"),
                        "withdrawn",
                        contains(report + "-1-1-0"));
        JsonNode changes = json("/changes?wait=1&after=" + start).path("items");
        assertEquals(Set.of("RETRACTED " + KIRKUK + " false", "CHANGED_HANDS " + RAMADI + " false"), told(changes));
        put(report, second.toString()).statusCode(200).body("items.outcome", contains("KNOWN", "KNOWN"));
    }

    @Test
    void anEarlierReadingThatComesLateIsLeftAside() {
        String report = uuid();
        ObjectNode first = report("late-wire", "2014-08-08T10:00:00Z", 1);
        taking(first, report + "-1-0-0", SINJAR, "islamic-state", "2014-08-03");
        ObjectNode second = reading(report("late-wire", "2014-08-08T10:00:00Z", 1), 2);
        taking(second, report + "-1-0-0-2", SINJAR, "islamic-state", "2014-08-04");
        put(report, second.toString()).statusCode(200).body("items.outcome", contains("STORED"));
        String end = json("/changes?after=now").path("next").asText();
        put(report, first.toString())
                .statusCode(200)
                .body(
                        "revision",
                        equalTo(1),
                        "reading",
                        equalTo(2),
                        "items.outcome",
                        contains("KNOWN"),
                        "withdrawn",
                        empty());
        get("/changes?after=" + end).body("items", empty(), "next", equalTo(end));
        get("/places/" + SINJAR + "/control?at=2014-08-20").body("since", equalTo("2014-08-04"));
        ObjectNode corrected = report("late-wire", "2014-08-08T10:00:00Z", 2);
        put(report, corrected.toString()).statusCode(200).body("revision", equalTo(2), "reading", equalTo(1));
        put(report, second.toString()).statusCode(200).body("revision", equalTo(2), "withdrawn", empty());
        get("/places/" + SINJAR + "/control?at=2014-08-20").body("holder.id", equalTo("government-of-iq"));
    }

    @Test
    void aReadingThatSaysTheSameChangesNothing() {
        String report = uuid();
        ObjectNode body = report("steady-wire", "2014-01-15T10:00:00Z", 1);
        taking(body, report + "-1-0-0", DEIR_EZ_ZOR, "islamic-state", "2014-01-14");
        put(report, body.toString()).statusCode(200);
        String end = json("/changes?after=now").path("next").asText();
        put(report, reading(body, 2).toString())
                .statusCode(200)
                .body("items.outcome", contains("KNOWN"), "withdrawn", empty());
        ObjectNode again = reading(report("steady-wire", "2014-01-15T10:00:00Z", 1), 3);
        taking(again, report + "-1-0-0-3", DEIR_EZ_ZOR, "islamic-state", "2014-01-14");
        put(report, again.toString())
                .statusCode(200)
                .body("items.outcome", contains("STORED"), "withdrawn", contains(report + "-1-0-0"));
        get("/changes?after=" + end).body("items", empty());
    }

    @Test
    void anEventThatSaysSomethingElseUnderItsIdIsRefusedAndStaysAsItWas() {
        String report = uuid();
        ObjectNode body = report("altered-wire", "2014-01-15T10:00:00Z", 1);
        taking(body, report + "-1-0-0", MANBIJ, "islamic-state", "2014-01-14");
        put(report, body.toString()).statusCode(200);
        ObjectNode altered = reading(body, 2);
        ((ObjectNode) altered.path("events").get(0)).put("occurredOn", "2014-01-13");
        put(report, altered.toString())
                .statusCode(200)
                .body(
                        "items.outcome",
                        contains("REFUSED"),
                        "items[0].problem.type",
                        equalTo("urn:tocsin:problem:conflict"),
                        "withdrawn",
                        empty());
        get("/events/" + report + "-1-0-0").body("status", equalTo("ACTIVE"), "occurredOn", equalTo("2014-01-14"));
    }

    /** The same as a reading by a newer reader. */
    private static ObjectNode reading(ObjectNode body, int reading) {
        return body.deepCopy()
                .put("reading", reading)
                .put("readerVersion", String.valueOf(reading))
                .put("live", false);
    }

    private static Set<String> told(JsonNode changes) {
        Set<String> told = new HashSet<>();
        changes.forEach(change -> told.add(change.path("kind").asText() + " "
                + change.path("place").path("id").asText() + " "
                + change.path("live").asText()));
        return told;
    }

    private static List<String> texts(JsonNode items, String field) {
        List<String> texts = new ArrayList<>();
        items.forEach(item -> texts.add(item.path(field).asText()));
        return texts;
    }
}
