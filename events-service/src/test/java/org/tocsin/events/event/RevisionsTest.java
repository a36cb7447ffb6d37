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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.testing.PostgresAndKeys;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class RevisionsTest {
    private static final String RAQQA = "172955";
    private static final String TIKRIT = "90150";
    private static final String PALMYRA = "163808";

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

    private static List<String> texts(JsonNode items, String field) {
        List<String> texts = new ArrayList<>();
        items.forEach(item -> texts.add(item.path(field).asText()));
        return texts;
    }
}
