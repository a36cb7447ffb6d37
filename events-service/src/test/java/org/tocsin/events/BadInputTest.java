package org.tocsin.events;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.tocsin.events.Calls.as;
import static org.tocsin.events.Calls.get;
import static org.tocsin.events.Calls.put;
import static org.tocsin.events.Calls.report;
import static org.tocsin.events.Calls.taking;
import static org.tocsin.events.Calls.uuid;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.service.access.Role;
import org.tocsin.testing.PostgresAndKeys;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class BadInputTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/changes?after=%00|after",
                "/changes?after=zzz|after",
                "/changes?after=1-99999999999999999999|after",
                "/changes?limit=0|limit",
                "/changes?limit=1001|limit",
                "/changes?limit=99999999999999999999|limit",
                "/changes?limit=x|limit",
                "/changes?wait=31|wait",
                "/changes?wait=-1|wait",
                "/changes/nothing|id",
                "/changes/%00|id",
                "/events?place=%00|place",
                "/events?place=Mosul|place",
                "/events?actor=%00|actor",
                "/events?type=EVERYTHING|type",
                "/events?status=GONE|status",
                "/events?from=2014-13-01|from",
                "/events?from=%2B999999999-01-01|from",
                "/events?from=2014-02-01&to=2014-01-01|to",
                "/events?bbox=1,2,3|bbox",
                "/events?bbox=1,2,3,4,5|bbox",
                "/events?bbox=NaN,2,3,4|bbox",
                "/events?bbox=1e999,2,3,4|bbox",
                "/events?bbox=0,50,10,40|bbox",
                "/events?after=x|after",
                "/events?after=9999999999999999999999|after",
                "/events?limit=-5|limit",
                "/events/%00|id",
                "/places|name",
                "/places?name=|name",
                "/places?name=%00|name",
                "/places/%00|id",
                "/places/x|id",
                "/places/99072/control?at=yesterday|at",
                "/places/99072/control?at=%00|at",
                "/places/99072/control?at=2014-02-30|at",
                "/places/99072/control?at=%2B999999999-01-01T00:00:00Z|at",
                "/places/99072/control?knownAt=now|knownAt",
                "/places/99072/control?knownAt=%2B999999999-01-01T00:00:00Z|knownAt",
                "/places/99072/control?publishedUntil=1|publishedUntil",
                "/places/99072/timeline?knownAt=%00|knownAt",
                "/control?country=IRQ|country",
                "/control?country=XX|country",
                "/control?country=%00%00|country",
                "/control?bbox=x|bbox",
                "/control?at=x|at",
                "/control?after=%00|after",
                "/control?place=Mosul|place",
                "/control?place=|place",
                "/control?place=%00|place",
                "/control?region=Nineveh|region",
                "/control?region=IQ.99|region",
                "/control?at=0000-01-01|at",
                "/control?at=2014-02-30|at",
                "/places/99072/control?at=0000-12-31|at",
                "/places/99072/control?at=9999-01-01|at",
                "/places/99072/control?explain=maybe|explain",
                "/places/99072/timeline?explain=1|explain",
                "/events?from=2014-02-30|from",
                "/events?to=0000-01-01|to",
                "/control?limit=0|limit",
                "/actors?limit=x|limit",
                "/actors?name=%00|name",
                "/actors?after=%00|after",
                "/actors/%00|slug",
            })
    void aParameterThatCannotBeReadIsNamed(String path, String field) {
        get(path).statusCode(400).contentType("application/problem+json").body("errors.field", hasItem(equalTo(field)));
    }

    @ParameterizedTest
    @CsvSource({
        "/places/1",
        "/places/1/control",
        "/places/x999999999/timeline",
        "/actors/nobody-knows-them",
        "/events/none",
        "/changes/2ee79412-0000-3810-84b9-bba27e769c7c"
    })
    void whatIsNotThereIsNotFound(String path) {
        get(path).statusCode(404).contentType("application/problem+json");
    }

    @Test
    void aCursorOfAnotherLifeIsGone() {
        get("/changes?after=7-000000000001").statusCode(410).body("type", equalTo("urn:tocsin:problem:gone"));
        get("/changes?after=1-099999999999").statusCode(410);
    }

    @Test
    void anUnknownTypeIsNotAcceptable() {
        as(Role.READER)
                .accept("image/png")
                .when()
                .get("/events")
                .then()
                .statusCode(406)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{|",
                "[]|body",
                "null|body",
                "{}|report",
                "{\"revision\":\"1\"}|revision",
                "{\"revision\":1.5}|revision",
                "{\"surprise\":1}|surprise",
                "{\"live\":\"yes\"}|live",
                "{\"report\":{\"publisher\":\"\\ud800\"}}|report.publisher",
                "{\"report\":{\"publishedAt\":\"yesterday\"}}|report.publishedAt",
                "{\"events\":[{\"type\":\"PARTY\"}]}|events[0].type",
                "{\"events\":[{\"occurredOn\":\"2014-02-31\"}]}|events[0].occurredOn",
            })
    void aBodyThatCannotBeReadIsRefusedByField(String body, String field) {
        var answer = put("bad-body", body).statusCode(400).contentType("application/problem+json");
        if (field != null) {
            answer.body("errors.field", hasItem(equalTo(field)));
        }
    }

    @Test
    void factsAreLimited() {
        refusedBody("report.publisher", body -> body.withObject("/report").put("publisher", "!!!"));
        refusedBody("report.publisher", body -> body.withObject("/report").put("publisher", " "));
        refusedBody("report.title", body -> body.withObject("/report").put("title", "x".repeat(2_001)));
        refusedBody("report.url", body -> body.withObject("/report").put("url", "a\0b"));
        refusedBody("revision", body -> body.put("revision", 0));
        refusedBody("reading", body -> body.put("reading", 0));
        refusedBody("readerVersion", body -> body.put("readerVersion", ""));
        refusedBody("live", body -> body.putNull("live"));
        put("%20", report("wire", "2014-06-10T10:00:00Z", 1).toString()).statusCode(400);
    }

    @Test
    void aBadEventIsRefusedAndTheOthersStored() {
        refusedEvent("place.id", event -> event.putObject("place").put("id", "1"));
        refusedEvent(
                "actor.id",
                event -> event.putObject("actor").put("id", "nobody").put("name", "Nobody"));
        refusedEvent(
                "actor.id", event -> event.putObject("actor").put("id", "a\0").put("name", "Nobody"));
        refusedEvent(
                "claimant.name",
                event -> event.putObject("claimant").putNull("id").put("name", ""));
        refusedEvent(
                "target.name", event -> event.putObject("target").putNull("id").put("name", "a\0"));
        refusedEvent("changesHands", event -> event.put("stance", "PLANNED"));
        refusedEvent("changesHands", event -> event.put("extent", "PART"));
        refusedEvent("confidence", event -> event.put("confidence", 1.5));
        refusedEvent("occurredOn", event -> event.put("occurredOn", "2099-01-01"));
        refusedEvent("occurredOn", event -> event.put("occurredOn", "0001-01-01"));
        refusedEvent("id", event -> event.put("id", "with blank"));
        refusedEvent("type", event -> event.putNull("type"));
        refusedEvent("evidence.sentence.text", event -> event.withObject("/evidence/sentence")
                .put("text", "a\0"));
        refusedEvent("evidence.sentence.end", event -> event.withObject("/evidence/sentence")
                .put("start", 30));
        refusedEvent(
                "reasons[0].<list element>", event -> event.putArray("reasons").add("x".repeat(501)));
    }

    @Test
    void aPlaceIsNotItsOwnHolder() {
        for (String name : List.of("Tal Afar", "TAL AFAR", "tal-afar", "Tall \u2018Afar", "Tal Afer")) {
            refusedEvent(
                    "actor.name",
                    event -> event.putObject("actor").putNull("id").put("name", name));
        }
        refusedEvent("target.name", event -> {
            event.put("type", "SIEGE").put("changesHands", false);
            event.putObject("target").putNull("id").put("name", "Tal Afar");
        });
        String id = uuid();
        ObjectNode body = report("holder-wire", "2014-06-10T10:00:00Z", 1);
        for (String name : List.of("rebels", "Tal Afar brigade", "Mosul")) {
            taking(body, id + "-1-" + body.path("events").size() + "-0", "90393", "islamic-state", "2014-06-10")
                    .put("stance", "NEGATED")
                    .put("changesHands", false)
                    .putObject("actor")
                    .putNull("id")
                    .put("name", name);
        }
        put(id, body.toString()).body("items.outcome", equalTo(List.of("STORED", "STORED", "STORED")));
    }

    @Test
    void impossibleTimesAreRefused() {
        for (String time : List.of(
                "0000-01-01T00:00:00Z", "1799-12-31T00:00:00Z", "2999-01-01T00:00:00Z", "+999999999-12-31T00:00:00Z")) {
            refusedBody("report.publishedAt", body -> body.withObject("/report").put("publishedAt", time));
        }
        refusedBody(
                "report.publishedAt", body -> body.withObject("/report").put("publishedAt", "2014-02-30T00:00:00Z"));
        refusedEvent("occurredOn", event -> event.put("occurredOn", "0000-01-01"));
        refusedEvent("occurredOn", event -> event.put("occurredOn", "9999-12-31"));
        refusedEvent("occurredOn", event -> event.put("occurredOn", "+999999999-12-31"));
        refusedEvent("occurredOn", event -> event.put("stance", "PLANNED")
                .put("changesHands", false)
                .put("occurredOn", "2999-01-01"));
        refusedBody("events[0].occurredOn", body -> taking(body, "x", "90393", "islamic-state", "2014-02-30"));
        get("/places/99072/control?knownAt=2026-01-01T00:00:00Z&publishedUntil=2014-06-10T00:00:00Z")
                .statusCode(200);
        get("/places/99072/control?knownAt=2014-01-01T00:00:00Z&publishedUntil=2026-06-10T00:00:00Z")
                .statusCode(200);
    }

    @Test
    void absurdCountsAreRefused() {
        refusedBody("events", body -> {
            for (int i = 0; i <= 5_000; i++) {
                taking(body, "many-" + i, "90393", "islamic-state", "2014-06-10");
            }
        });
        refusedBody("copyLinks", body -> {
            var links = body.putArray("copyLinks");
            for (int i = 0; i <= 10_000; i++) {
                links.addObject().put("report", "r" + i).put("copyOf", "o").put("version", 1);
            }
        });
        refusedBody("copyLinks[0].version", body -> body.putArray("copyLinks")
                .addObject()
                .put("report", "r")
                .put("copyOf", "o")
                .put("version", 99_999_999_999L));
        refusedBody("revision", body -> body.put("revision", 1_000_001));
        refusedBody("revision", body -> body.put("revision", 99_999_999_999L));
        refusedEvent("confidence", event -> event.put("confidence", 1e300));
        refusedEvent("confidence", event -> event.put("confidence", -0.1));
        refusedEvent("reasons", event -> {
            var reasons = event.putArray("reasons");
            for (int i = 0; i <= 50; i++) {
                reasons.add("one more");
            }
        });
        put(
                        "absurd",
                        report("wire", "2014-06-10T10:00:00Z", 1)
                                .toString()
                                .replace("\"revision\":1", "\"revision\":1e400"))
                .statusCode(400);
    }

    @Test
    void spansEndAfterTheyBegin() {
        for (String span : List.of("trigger", "place", "actor")) {
            refusedEvent("evidence." + span + ".end", event -> event.withObject("/evidence")
                    .putObject(span)
                    .put("start", 9)
                    .put("end", 8));
        }
        refusedEvent("evidence.trigger.start", event -> event.withObject("/evidence")
                .putObject("trigger")
                .put("start", -1)
                .put("end", 8));
    }

    @Test
    void unknownWordsOfAClosedListAreNamed() {
        for (String field : List.of("type", "stance", "extent", "datePrecision")) {
            refusedBody("events[0]." + field, body -> taking(body, "x", "90393", "islamic-state", "2014-06-10")
                    .put(field, "SOMETHING"));
        }
    }

    @Test
    void controlCharactersAreRefused() {
        for (String character : List.of("\u0001", "\u001B", "\u007F", "\u0085", "\r")) {
            refusedBody("report.publisher", body -> body.withObject("/report").put("publisher", "wire" + character));
            refusedBody("report.title", body -> body.withObject("/report").put("title", "a" + character));
            refusedEvent(
                    "actor.name",
                    event -> event.putObject("actor").putNull("id").put("name", "rebels" + character));
            refusedEvent("evidence.sentence.text", event -> event.withObject("/evidence/sentence")
                    .put("text", "a" + character + "b"));
        }
    }

    @Test
    void whatCannotMoveControlIsKeptAndShownAsSuch() {
        String id = uuid();
        ObjectNode body = report("weighing-wire", "2014-06-10T10:00:00Z", 1);
        taking(body, id + "-1-0-0", "90393", "islamic-state", "2014-06-10").putNull("place");
        taking(body, id + "-1-1-0", "90393", "islamic-state", "2014-06-10")
                .put("stance", "PLANNED")
                .put("changesHands", false);
        put(id, body.toString()).statusCode(200).body("items.outcome", equalTo(List.of("STORED", "STORED")));
        get("/events/" + id + "-1-0-0").body("weighs", equalTo(false), "weighsNot", equalTo("its place is not known"));
        get("/events/" + id + "-1-1-0")
                .body("weighs", equalTo(false), "weighsNot", equalTo("it is only planned or expected"));
    }

    @Test
    void aTakingOfAPlaceThatNoListKnowsIsStored() {
        String id = uuid();
        ObjectNode body = report("village-wire", "2014-06-10T10:00:00Z", 1);
        taking(body, id + "-1-0-0", "90393", "islamic-state", "2014-06-10").putNull("place");
        put(id, body.toString()).statusCode(200).body("items.outcome", equalTo(List.of("STORED")));
    }

    private static void refusedBody(String field, Consumer<ObjectNode> harm) {
        ObjectNode body = report("wire", "2014-06-10T10:00:00Z", 1);
        harm.accept(body);
        put(uuid(), body.toString())
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", hasItem(equalTo(field)));
    }

    private static void refusedEvent(String field, Consumer<ObjectNode> harm) {
        String id = uuid();
        ObjectNode body = report("refused-wire", "2014-06-10T10:00:00Z", 1);
        harm.accept(taking(body, id + "-1-0-0", "90393", "islamic-state", "2014-06-10"));
        taking(body, id + "-1-1-0", "90393", "islamic-state", "2014-06-10")
                .put("stance", "NEGATED")
                .put("changesHands", false);
        put(id, body.toString())
                .statusCode(200)
                .body(
                        "items.outcome",
                        equalTo(List.of("REFUSED", "STORED")),
                        "items[0].problem.errors.field",
                        hasItem(equalTo(field)),
                        "items[0].problem.detail",
                        not(empty()));
    }
}
