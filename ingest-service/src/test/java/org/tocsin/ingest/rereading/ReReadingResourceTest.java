package org.tocsin.ingest.rereading;

import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tocsin.ingest.Calls.as;
import static org.tocsin.ingest.Calls.awaited;
import static org.tocsin.ingest.Calls.get;
import static org.tocsin.ingest.Calls.json;
import static org.tocsin.ingest.Calls.report;
import static org.tocsin.ingest.Calls.stored;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.ingest.EventsAddress;
import org.tocsin.ingest.claim.reader.ClaimReader;
import org.tocsin.service.access.Role;
import org.tocsin.testing.PostgresAndKeys;
import org.tocsin.testing.StubServer;
import org.tocsin.testing.StubServer.Answer;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(EventsAddress.class)
class ReReadingResourceTest {
    private static final String ALL = "/reports/re-readings";
    private static final String MOSUL = "Islamic State fighters seized Mosul from the army on Tuesday.";
    private static final String TIKRIT = "Islamic State fighters seized Tikrit from the army on Tuesday.";
    private static final Answer TAKEN = Answer.json(200, "{\"items\": []}");

    private StubServer events;

    @BeforeEach
    void start() {
        events = StubServer.start(EventsAddress.port(), r -> TAKEN);
        // other tests may have left thousands of reports, which would rightly go first
        awaitNone("select count(*) from reading_queue", "reports to read");
        awaitNone("select count(*) from dispatch where due_at < now() + interval '1 minute'", "reports to send");
    }

    @AfterEach
    void stop() {
        try {
            for (JsonNode open :
                    json(as(Role.READER).get(ALL + "?limit=100").asString()).get("items")) {
                if (!Set.of("APPLIED", "CANCELLED").contains(open.get("state").asText())) {
                    // 409 when it was applied just now
                    cancel(open.get("id").asText()).statusCode(anyOf(is(200), is(409)));
                }
            }
        } finally {
            events.close();
        }
    }

    @Test
    void theExampleIsAnsweredAsWritten() throws IOException {
        Map<String, Object> report = report("example-wire", MOSUL);
        report.put("title", "News from the north");
        String id = sent(report);
        Older.read(id, claims -> claims.replace("\"ASSERTED\"", "\"CLAIMED\""));
        ObjectNode request = (ObjectNode) json(example("re-reading.request.json"));
        ((ObjectNode) request.get("filter")).put("readerVersionBefore", ClaimReader.VERSION);
        JsonNode started = json(start(request).statusCode(202).extract().asString());
        assertEquals(like("re-reading.response.json", started), started);
        JsonNode previewed = awaited(ALL + "/" + started.get("id").asText(), "state", "PREVIEWED");
        assertEquals(like("re-reading.previewed.response.json", previewed), previewed);
        JsonNode differences = differences(previewed);
        String expected = example("re-reading.differences.response.json")
                .replace("0b9f3c52-6a0e-4f43-9a3e-6d1a3c1f0a11", id)
                .replace("\"readerVersion\": \"1\"", "\"readerVersion\": \"" + Older.VERSION + "\"")
                .replace("\"readerVersion\": \"2\"", "\"readerVersion\": \"" + ClaimReader.VERSION + "\"");
        assertEquals(withoutTaste(json(expected)), withoutTaste(differences));
        JsonNode page = get(ALL + "?limit=1");
        ObjectNode expectedPage = (ObjectNode) json(example("re-reading.page.response.json"));
        ((ArrayNode) expectedPage.get("items")).set(0, like(expectedPage.at("/items/0"), previewed));
        // other tests may have started some before
        expectedPage.set("next", page.get("next"));
        assertEquals(expectedPage, page);
        JsonNode cancelled = json(
                cancel(started.get("id").asText()).statusCode(200).extract().asString());
        assertEquals(like("re-reading.cancelled.response.json", cancelled), cancelled);
        String again = start(request).statusCode(202).extract().path("id");
        JsonNode applying = json(apply(awaited(ALL + "/" + again, "state", "PREVIEWED"))
                .statusCode(202)
                .extract()
                .asString());
        assertEquals(like("re-reading.applying.response.json", applying), applying);
    }

    @Test
    void nothingChangesUntilItIsAppliedAndThenTheWholeNewSetIsSent() {
        String id = sent(report("again-whole-wire", MOSUL + " " + TIKRIT));
        JsonNode now = get("/reports/" + id + "/claims").get("items");
        Older.read(id, claims -> claims.replace("Tikrit\", \"country", "Tikritz\", \"country"));
        JsonNode before = get("/reports/" + id + "/claims").get("items");
        JsonNode previewed = previewed(Map.of("publisher", "again-whole-wire"), false);
        assertEquals(reports(1, 0, 1, 0, 0, 0), previewed.get("reports"));
        assertEquals(before, get("/reports/" + id + "/claims").get("items"));
        assertEquals(1, bodies(id).size());

        apply(previewed).statusCode(202);
        JsonNode applied = awaited(path(previewed), "state", "APPLIED");
        assertEquals(reports(1, 0, 1, 0, 0, 1), applied.get("reports"));
        JsonNode after = get("/reports/" + id + "/claims").get("items");
        JsonNode sent = awaitedBody(id, 2);
        assertEquals(after, sent.get("events"));
        assertEquals(1, sent.get("revision").asInt());
        assertEquals(2, sent.get("reading").asInt());
        assertEquals(ClaimReader.VERSION, sent.get("readerVersion").asText());
        assertFalse(sent.get("live").asBoolean(), "what was read again does not ring");
        assertEquals(withoutIds(now), withoutIds(after));
        assertEquals(before.get(0).get("id"), after.get(0).get("id"));
        assertEquals(
                before.get(1).get("id").asText() + "-2", after.get(1).get("id").asText());
        assertEquals("APPLIED", differences(applied).at("/items/0/state").asText());
        apply(previewed).statusCode(202).body("state", equalTo("APPLIED"));
    }

    @Test
    void aReportThatReadsTheSameOnlyGetsTheReaderNoted() {
        String id = sent(report("again-same-wire", MOSUL));
        Older.read(id, claims -> claims);
        JsonNode previewed = previewed(Map.of("publisher", "again-same-wire"), true, "APPLIED");
        assertEquals(reports(1, 1, 0, 0, 0, 0), previewed.get("reports"));
        assertTrue(differences(previewed).get("items").isEmpty());
        assertEquals(ClaimReader.VERSION, Older.text("select reader_version from reading where report = ?", id));
        assertEquals("1", Older.text("select number from reading where report = ?", id));
        assertEquals("0", Older.text("select count(*) from dispatch where report = ?", id));
        assertEquals(1, bodies(id).size());
        assertEquals(
                reports(0, 0, 0, 0, 0, 0),
                previewed(Map.of("publisher", "again-same-wire"), true, "APPLIED")
                        .get("reports"));
    }

    @Test
    void whatNoReaderManagedBeforeIsReadNow() {
        String id = sent(report("again-hard-wire", MOSUL));
        Older.failedOn(id);
        JsonNode previewed = previewed(Map.of("publisher", "again-hard-wire", "status", "UNREADABLE"), false);
        JsonNode difference = differences(previewed).at("/items/0");
        assertEquals("UNREADABLE", difference.at("/before/status").asText());
        assertTrue(difference.at("/before/language").isNull());
        assertEquals("READ", difference.at("/after/status").asText());
        assertEquals(1, difference.get("added").size());
        apply(previewed);
        awaited(path(previewed), "state", "APPLIED");
        JsonNode claims = awaited("/reports/" + id + "/claims", "status", "READ");
        assertEquals(id + "-1-1-0-2", claims.at("/items/0/id").asText());
        assertEquals(2, awaitedBody(id, 2).get("reading").asInt());
        assertTrue(get("/reports/" + id).get("statusReason").isNull());
    }

    @Test
    void aReportThatWasNeverSentStillRings() {
        events.answer(r -> Answer.status(503));
        String id = stored(report("again-unsent-wire", MOSUL));
        awaited("/reports/" + id + "/claims", "status", "READ");
        Older.read(id, claims -> "[]");
        JsonNode applied = previewed(Map.of("publisher", "again-unsent-wire"), true, "APPLIED");
        assertEquals(1, applied.at("/reports/applied").asInt());
        int failed = bodies(id).size();
        events.answer(r -> TAKEN);
        JsonNode sent = awaitedBody(id, failed + 1);
        assertEquals(2, sent.get("reading").asInt());
        assertTrue(sent.get("live").asBoolean());
    }

    @Test
    void aSwitchWhileAnEarlierReadingIsOnItsWayIsSentAfterIt() throws InterruptedException {
        CountDownLatch switched = new CountDownLatch(1);
        events.answer(r -> {
            hold(switched);
            return TAKEN;
        });
        String id = stored(report("again-slow-wire", MOSUL));
        awaitedBody(id, 1);
        Older.read(id, claims -> "[]");
        try {
            previewed(Map.of("publisher", "again-slow-wire"), true, "APPLIED");
        } finally {
            switched.countDown();
        }
        assertEquals(2, awaitedBody(id, 2).get("reading").asInt());
    }

    @Test
    void aCorrectionInBetweenIsKept() {
        String corrected = sent(report("again-between-wire", MOSUL));
        String retracted = sent(report("again-between-wire", MOSUL + " Twice."));
        String other = sent(report("again-between-wire", MOSUL + " Thrice."));
        for (String id : List.of(corrected, retracted, other)) {
            Older.read(id, claims -> "[]");
        }
        JsonNode previewed = previewed(Map.of("publisher", "again-between-wire"), false);
        assertEquals(3, previewed.at("/reports/changed").asInt());
        correct(corrected, TIKRIT);
        awaited("/reports/" + corrected + "/claims", "status", "READ");
        as(Role.REPORTER).post("/reports/" + retracted + "/retraction").then().statusCode(200);
        apply(previewed).statusCode(202);
        JsonNode applied = awaited(path(previewed), "state", "APPLIED");
        assertEquals(reports(3, 1, 1, 0, 1, 1), applied.get("reports"));
        assertEquals(
                corrected + "-2-1-0",
                get("/reports/" + corrected + "/claims").at("/items/0/id").asText());
        assertEquals("RETRACTED", get("/reports/" + retracted).get("status").asText());
        assertEquals(
                other + "-1-1-0-2",
                get("/reports/" + other + "/claims").at("/items/0/id").asText());
    }

    @Test
    void whatAnotherReaderPreviewedIsReadOnceMoreAndShownOnceMoreWhenItDiffers() {
        String like = sent(report("again-other-wire", MOSUL));
        String unlike = sent(report("again-other-wire", TIKRIT));
        Older.read(like, claims -> "[]");
        Older.read(unlike, claims -> "[]");
        JsonNode previewed = previewed(Map.of("publisher", "again-other-wire"), false);
        // as if an older version of the program had made the previews, and had read one of the two otherwise
        Older.run("update re_reading_report set reader_version = '0.9' where re_reading = ?", uuid(previewed));
        Older.run(
                "update re_reading_report set differences = '{\"added\":[],\"removed\":[],\"altered\":[]}', claims = '[]' where report = ?",
                UUID.fromString(unlike));
        apply(previewed).statusCode(202);
        JsonNode again = awaited(path(previewed), "state", "PREVIEWED");
        assertEquals(reports(2, 0, 2, 0, 0, 1), again.get("reports"));
        assertEquals(1, get("/reports/" + like + "/claims").get("items").size());
        assertEquals(0, get("/reports/" + unlike + "/claims").get("items").size());
        JsonNode items = differences(again).get("items");
        assertEquals("READ", items.at("/1/state").asText());
        assertEquals(1, items.at("/1/added").size());
        apply(previewed).statusCode(202);
        assertEquals(
                reports(2, 0, 2, 0, 0, 2),
                awaited(path(previewed), "state", "APPLIED").get("reports"));
        assertEquals(1, get("/reports/" + unlike + "/claims").get("items").size());
    }

    @Test
    void ofTwoThatOverlapTheSecondFindsNothingLeftToSwitch() {
        String id = sent(report("again-twin-wire", MOSUL));
        Older.read(id, claims -> "[]");
        JsonNode one = previewed(Map.of("publisher", "again-twin-wire"), false);
        JsonNode other = previewed(Map.of("ids", List.of(id)), false);
        apply(one);
        awaited(path(one), "state", "APPLIED");
        apply(other);
        assertEquals(
                reports(1, 1, 0, 0, 0, 0),
                awaited(path(other), "state", "APPLIED").get("reports"));
        assertEquals("2", Older.text("select number from reading where report = ?", id));
        awaitedBody(id, 2);
    }

    @Test
    void aSwitchAndACorrectionAtTheSameTimeLeaveEachReportWhole() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            ids.add(stored(report("again-race-wire", MOSUL + " Number " + i + ".")));
        }
        for (String id : ids) {
            awaited("/reports/" + id + "/claims", "status", "READ");
            Older.read(id, claims -> "[]");
        }
        JsonNode previewed = previewed(Map.of("publisher", "again-race-wire"), false);
        apply(previewed).statusCode(202);
        ids.parallelStream().filter(id -> ids.indexOf(id) % 2 == 0).forEach(id -> correct(id, TIKRIT + " " + id));
        awaited(path(previewed), "state", "APPLIED");
        for (String id : ids) {
            boolean corrected = ids.indexOf(id) % 2 == 0;
            JsonNode claims =
                    awaited("/reports/" + id + "/claims", "status", "READ").get("items");
            assertEquals(1, claims.size());
            assertEquals(
                    corrected ? "Tikrit" : "Mosul", claims.at("/0/place/name").asText());
            String last = corrected ? id + "-2-1-0" : id + "-1-1-0-2";
            assertEquals(last, claims.at("/0/id").asText());
            events.await(
                    1,
                    r -> r.path().contains(id)
                            && json(r.body()).at("/events/0/id").asText().equals(last),
                    Duration.ofSeconds(30));
        }
    }

    @Test
    void aNearCopyThatNoReaderManagedBeforeIsLinkedWhenItIsRead() {
        String wire = MOSUL
                + " Soldiers had left both bridges before the fighters crossed the river, witnesses told reporters.";
        String first = sent(report("again-first-wire", wire));
        String copy = sent(report("again-copy-wire", wire));
        assertEquals(first, bodies(copy).get(0).at("/report/copyOf").asText());
        Older.failedOn(copy);
        Older.run(
                "update copy set facts = '{}', fingerprints = '{}', copy_of = null, version = version + 1 where report = ?",
                UUID.fromString(copy));
        previewed(Map.of("publisher", "again-copy-wire"), true, "APPLIED");
        JsonNode facts = awaitedBody(copy, 2).get("report");
        assertEquals(first, facts.get("copyOf").asText());
        assertEquals(3, facts.get("copyVersion").asInt());
    }

    @Test
    void onlyReportsThatFitTheFilterAreReadAgain() {
        Map<String, Object> late = report("again-fit-wire", MOSUL);
        late.put("publishedAt", "2014-06-20T15:30:00Z");
        String older = sent(report("again-fit-wire", TIKRIT));
        String newer = sent(late);
        String another = sent(report("again-misfit-wire", MOSUL));
        String current = sent(report("again-fit-wire", "Nothing new from the front."));
        for (String id : List.of(older, newer, another)) {
            Older.read(id, claims -> "[]");
        }
        assertEquals(Set.of(older, newer), found(Map.of("publisher", "again-fit-wire")));
        assertEquals(
                Set.of(newer), found(Map.of("publisher", "again-fit-wire", "publishedFrom", "2014-06-20T15:30:00Z")));
        assertEquals(
                Set.of(older), found(Map.of("publisher", "again-fit-wire", "publishedBefore", "2014-06-20T15:30:00Z")));
        assertEquals(Set.of(newer, another), found(Map.of("ids", List.of(newer, another, newer))));
        assertEquals(Set.of(), found(Map.of("publisher", "again-fit-wire", "status", "UNREADABLE")));
        assertEquals(Set.of(), found(Map.of("publisher", "again-fit-wire", "readerVersionBefore", "0.9")));
        assertEquals(Set.of(older, newer), found(Map.of("publisher", "again-fit-wire", "readerVersionBefore", "0.10")));
        JsonNode all = previewed(Map.of("publisher", "again-fit-wire", "readerVersionBefore", "999"), false);
        assertEquals(3, all.at("/reports/selected").asInt(), "also " + current);
        as(Role.REPORTER).post("/reports/" + older + "/retraction").then().statusCode(200);
        assertEquals(Set.of(newer), found(Map.of("publisher", "again-fit-wire")));
    }

    @Test
    void differencesComePageByPage() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ids.add(sent(report("again-page-wire", MOSUL + " Number " + i + ".")));
            Older.read(ids.get(i), claims -> "[]");
        }
        JsonNode previewed = previewed(Map.of("publisher", "again-page-wire"), false);
        JsonNode first = get(path(previewed) + "/differences?limit=2");
        JsonNode second = get(path(previewed) + "/differences?limit=2&after="
                + first.get("next").asText());
        assertEquals(ids.get(0), first.at("/items/0/report").asText());
        assertEquals(ids.get(1), first.at("/items/1/report").asText());
        assertEquals(ids.get(2), second.at("/items/0/report").asText());
        assertTrue(second.get("next").isNull());
        JsonNode later = previewed(Map.of("publisher", "nobody"), false);
        JsonNode list = get(ALL + "?limit=1");
        assertEquals(later, list.at("/items/0"));
        assertEquals(
                previewed,
                get(ALL + "?limit=1&after=" + list.get("next").asText()).at("/items/0"));
    }

    @Test
    void aPageOfLongDifferencesIsShort() {
        for (int i = 0; i < 3; i++) {
            Older.read(sent(report("again-long-wire", MOSUL + " Number " + i + ".")), claims -> "[]");
        }
        JsonNode previewed = previewed(Map.of("publisher", "again-long-wire"), false);
        Older.run(
                "update re_reading_report set differences = jsonb_set(differences, '{added,0,reasons,0}', to_jsonb(repeat('x', 3000000)))"
                        + " where re_reading = ?",
                uuid(previewed));
        List<String> found = new ArrayList<>();
        String next = "0";
        while (!next.equals("null")) {
            JsonNode page = get(path(previewed) + "/differences?limit=3&after=" + next);
            assertEquals(1, page.get("items").size());
            found.add(page.at("/items/0/report").asText());
            next = page.get("next").asText();
        }
        assertEquals(3, Set.copyOf(found).size());
    }

    @Test
    void theSameRequestWhileItIsUnderWayStartsNothingTwice() {
        String id = sent(report("again-patient-wire", MOSUL));
        Map<String, Object> body = Map.of("filter", Map.of("ids", List.of(id)));
        String first = start(body).statusCode(202).extract().path("id");
        awaited(ALL + "/" + first, "state", "PREVIEWED");
        // as if a newer version of the program were at it, so that this one keeps away
        Older.run(
                "update re_reading set state = 'RUNNING', reader_version = '999' where id = ?", UUID.fromString(first));
        start(body).statusCode(202).body("id", equalTo(first));
        start(Map.of("filter", Map.of("ids", List.of(id)), "apply", true))
                .statusCode(202)
                .body("apply", equalTo(true));
        post(ALL + "/" + first + "/application")
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:tocsin:problem:conflict"));
    }

    @Test
    void aCancelledOneIsGoneAndWhatWasAppliedCannotBeCancelled() {
        String id = sent(report("again-cancel-wire", MOSUL));
        Older.read(id, claims -> "[]");
        JsonNode previewed = previewed(Map.of("publisher", "again-cancel-wire"), false);
        cancel(previewed.get("id").asText())
                .statusCode(200)
                .body("state", equalTo("CANCELLED"), "reports.changed", equalTo(1), "expiresAt", equalTo(null));
        cancel(previewed.get("id").asText()).statusCode(200).body("state", equalTo("CANCELLED"));
        apply(previewed).statusCode(409).contentType("application/problem+json");
        as(Role.READER)
                .get(path(previewed) + "/differences")
                .then()
                .statusCode(410)
                .contentType("application/problem+json");
        awaitedNoRows(previewed);
        assertEquals(0, get("/reports/" + id + "/claims").get("items").size());
        JsonNode applied = previewed(Map.of("publisher", "again-cancel-wire"), true, "APPLIED");
        cancel(applied.get("id").asText()).statusCode(409).contentType("application/problem+json");
    }

    @Test
    void previewsAreNotKeptForEver() {
        String id = sent(report("again-old-wire", MOSUL));
        Older.read(id, claims -> "[]");
        JsonNode forgotten = previewed(Map.of("publisher", "again-old-wire"), false);
        Older.run("update re_reading set changed_at = now() - interval '31 days' where id = ?", uuid(forgotten));
        assertEquals(
                1,
                awaited(path(forgotten), "state", "CANCELLED")
                        .at("/reports/changed")
                        .asInt());
        JsonNode applied = previewed(Map.of("publisher", "again-old-wire"), true, "APPLIED");
        assertEquals(1, differences(applied).get("items").size());
        assertFalse(applied.get("expiresAt").isNull());
        Older.run("update re_reading set changed_at = now() - interval '31 days' where id = ?", uuid(applied));
        awaitedNoRows(applied);
        JsonNode kept = get(path(applied));
        assertEquals(applied.get("reports"), kept.get("reports"));
        assertTrue(kept.get("expiresAt").isNull());
        as(Role.READER).get(path(applied) + "/differences").then().statusCode(410);
    }

    @Test
    void whoDidWhatIsInTheAudit() {
        sent(report("again-audit-wire", MOSUL));
        JsonNode one = previewed(Map.of("publisher", "again-audit-wire", "readerVersionBefore", "999"), false);
        apply(one);
        JsonNode applied = awaited(path(one), "state", "APPLIED");
        assertEquals("a-analyst", applied.get("startedBy").asText());
        String audit = "select string_agg(action || ' ' || subject, ', ' order by id) from audit where re_reading = ?";
        assertEquals(
                "RE_READING a-analyst, RE_READING_APPLICATION a-analyst",
                Older.text(audit, one.get("id").asText()));
        JsonNode other = previewed(Map.of("publisher", "again-audit-wire", "readerVersionBefore", "998"), false);
        as(Role.ADMIN).post(path(other) + "/cancellation").then().statusCode(200);
        assertEquals(
                "RE_READING a-analyst, RE_READING_CANCELLATION a-admin",
                Older.text(audit, other.get("id").asText()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"filter\": {\"status\": \"PENDING\"}} | filter.status",
                "{\"filter\": {\"status\": 1}} | filter.status",
                "{\"filter\": {\"publisher\": \"\"}} | filter.publisher",
                "{\"filter\": {\"publisher\": \"a\\u0000b\"}} | filter.publisher",
                "{\"filter\": {\"publisher\": [\"x\"]}} | filter.publisher",
                "{\"filter\": {\"readerVersionBefore\": \"two\"}} | filter.readerVersionBefore",
                "{\"filter\": {\"readerVersionBefore\": \"1.\"}} | filter.readerVersionBefore",
                "{\"filter\": {\"readerVersionBefore\": \"12345678901\"}} | filter.readerVersionBefore",
                "{\"filter\": {\"readerVersionBefore\": 2}} | filter.readerVersionBefore",
                "{\"filter\": {\"publishedFrom\": \"yesterday\"}} | filter.publishedFrom",
                "{\"filter\": {\"publishedFrom\": \"+999999999-01-01T00:00:00Z\"}} | filter.publishedFrom",
                "{\"filter\": {\"publishedBefore\": \"-999999-01-01T00:00:00Z\"}} | filter.publishedBefore",
                "{\"filter\": {\"publishedFrom\": \"2014-06-11T00:00:00Z\", \"publishedBefore\": \"2014-06-10T00:00:00Z\"}} | filter.publishedFrom",
                "{\"filter\": {\"ids\": []}} | filter.ids",
                "{\"filter\": {\"ids\": \"x\"}} | filter.ids",
                "{\"filter\": {\"ids\": [\"x\"]}} | filter.ids[0]",
                "{\"filter\": {\"ids\": [null]}} | filter.ids[0]",
                "{\"filter\": {\"ids\": [\"0b9f3c52-6a0e-4f43-9a3e-6d1a3c1f0a11\"]}} | filter.ids[0]",
                "{\"filter\": {\"surprise\": 1}} | filter.surprise",
                "{\"filter\": 7} | filter",
                "{\"apply\": \"yes\"} | apply",
                "{\"apply\": 1} | apply",
                "[] | body",
                "null | body",
            })
    void aBadRequestIsRefusedByField(String body, String field) {
        start(body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", hasItem(equalTo(field)));
    }

    @Test
    void everythingWrongIsNamedAtOnce() {
        start("{\"filter\": {\"publisher\": \"\", \"readerVersionBefore\": \"x\", \"ids\": [\"x\", \"y\"]}}")
                .statusCode(400)
                .body(
                        "errors.field",
                        contains("filter.publisher", "filter.readerVersionBefore", "filter.ids[0]", "filter.ids[1]"));
        start(Map.of("filter", Map.of("ids", new ArrayList<>(java.util.Collections.nCopies(1_001, UUID.randomUUID())))))
                .statusCode(400)
                .body("errors.field", hasItems("filter.ids"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?after=x", "?limit=0", "?limit=101", "?limit=x"})
    void aBadPageIsRefused(String query) {
        as(Role.READER).get(ALL + query).then().statusCode(400).contentType("application/problem+json");
        as(Role.READER)
                .get(ALL + "/" + UUID.randomUUID() + "/differences" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void anUnknownOneIsNotFound() {
        for (String path : List.of("", "/differences")) {
            as(Role.READER)
                    .get(ALL + "/" + UUID.randomUUID() + path)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json");
        }
        post(ALL + "/" + UUID.randomUUID() + "/application").statusCode(404).contentType("application/problem+json");
        post(ALL + "/" + UUID.randomUUID() + "/cancellation").statusCode(404);
        as(Role.READER).get(ALL + "/no-id").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void onlyAnalystsAndAdminsStartApplyAndCancel() {
        String some = ALL + "/" + UUID.randomUUID();
        for (String role : List.of(Role.READER, Role.REPORTER, Role.SERVICE, Role.SUBSCRIBER)) {
            for (String path : List.of(ALL, some + "/application", some + "/cancellation")) {
                as(role).contentType(ContentType.JSON)
                        .body("{}")
                        .post(path)
                        .then()
                        .statusCode(403)
                        .contentType("application/problem+json");
            }
        }
        as(Role.SUBSCRIBER).get(ALL).then().statusCode(403);
        as(Role.ADMIN)
                .contentType(ContentType.JSON)
                .body("{\"filter\": {\"publisher\": \"nobody\"}}")
                .post(ALL)
                .then()
                .statusCode(202);
    }

    private String sent(Map<String, Object> report) {
        String id = stored(report);
        awaited("/reports/" + id + "/claims", "status", "READ");
        awaitedBody(id, 1);
        awaitNone("select count(*) from dispatch where report = '" + id + "'", "the report to send");
        return id;
    }

    private static void awaitNone(String count, String what) {
        long deadline = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (!Older.text(count).equals("0")) {
            assertTrue(System.nanoTime() < deadline, "there are still " + what);
            LockSupport.parkNanos(5_000_000);
        }
    }

    private List<JsonNode> bodies(String id) {
        return events.requests().stream()
                .filter(r -> r.path().contains(id))
                .map(r -> json(r.body()))
                .toList();
    }

    /** What was sent of the report the {@code number}th time. */
    private JsonNode awaitedBody(String id, int number) {
        return json(events.await(number, r -> r.path().contains(id), Duration.ofSeconds(30))
                .get(number - 1)
                .body());
    }

    private static void hold(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void correct(String id, String text) {
        as(Role.REPORTER)
                .contentType(ContentType.JSON)
                .body(Map.of("text", text))
                .put("/reports/" + id)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse start(Object body) {
        return as(Role.ANALYST)
                .contentType(ContentType.JSON)
                .body(body instanceof JsonNode tree ? tree.toString() : body)
                .post(ALL)
                .then();
    }

    private static ValidatableResponse post(String path) {
        return as(Role.ANALYST).post(path).then();
    }

    private static ValidatableResponse apply(JsonNode reReading) {
        return post(path(reReading) + "/application");
    }

    private static ValidatableResponse cancel(String id) {
        return post(ALL + "/" + id + "/cancellation");
    }

    private static JsonNode previewed(Map<String, Object> filter, boolean apply) {
        return previewed(filter, apply, "PREVIEWED");
    }

    private static JsonNode previewed(Map<String, Object> filter, boolean apply, String state) {
        ValidatableResponse started =
                start(Map.of("filter", filter, "apply", apply)).statusCode(202);
        String id = started.extract().path("id");
        started.header("Location", endsWith(ALL + "/" + id));
        return awaited(ALL + "/" + id, "state", state);
    }

    private static Set<String> found(Map<String, Object> filter) {
        JsonNode previewed = previewed(new HashMap<>(filter), false);
        Set<String> found =
                differences(previewed).findValuesAsText("report").stream().collect(Collectors.toSet());
        assertEquals(found.size(), previewed.at("/reports/selected").asInt());
        cancel(previewed.get("id").asText());
        return found;
    }

    private static JsonNode differences(JsonNode reReading) {
        return get(path(reReading) + "/differences?limit=100");
    }

    private static String path(JsonNode reReading) {
        return ALL + "/" + reReading.get("id").asText();
    }

    private static UUID uuid(JsonNode reReading) {
        return UUID.fromString(reReading.get("id").asText());
    }

    private static JsonNode reports(int selected, int unchanged, int changed, int failed, int skipped, int applied) {
        return json(
                "{\"selected\": %d, \"waiting\": 0, \"unchanged\": %d, \"changed\": %d, \"failed\": %d, \"skipped\": %d, \"applied\": %d}"
                        .formatted(selected, unchanged, changed, failed, skipped, applied));
    }

    private static void awaitedNoRows(JsonNode reReading) {
        String id = reReading.get("id").asText();
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!Older.text("select purged from re_reading where id = ?", id).equals("t")) {
            assertTrue(System.nanoTime() < deadline, "the previews are still there");
            Thread.onSpinWait();
        }
        assertEquals("0", Older.text("select count(*) from re_reading_report where re_reading = ?", id));
    }

    /** The example with the ids, times, versions and names of this run. */
    private static JsonNode like(String example, JsonNode answer) throws IOException {
        return like(json(example(example)), answer);
    }

    private static JsonNode like(JsonNode example, JsonNode answer) {
        ObjectNode expected = example.deepCopy();
        for (String field : List.of("id", "readerVersion", "startedBy", "startedAt", "changedAt")) {
            expected.set(field, answer.get(field));
        }
        if (!expected.get("expiresAt").isNull()) {
            expected.set("expiresAt", answer.get("expiresAt"));
        }
        ((ObjectNode) expected.get("filter")).put("readerVersionBefore", ClaimReader.VERSION);
        return expected;
    }

    /** Without what only the reading decides. */
    private static JsonNode withoutTaste(JsonNode differences) {
        for (JsonNode altered : differences.at("/items/0/altered")) {
            for (JsonNode claim : List.of(altered.get("before"), altered.get("after"))) {
                ((ObjectNode) claim).remove(List.of("confidence", "reasons"));
                ((ObjectNode) claim.get("evidence")).remove("actor");
            }
        }
        return differences;
    }

    private static List<JsonNode> withoutIds(JsonNode claims) {
        List<JsonNode> plain = new ArrayList<>();
        claims.forEach(claim -> plain.add(((ObjectNode) claim.deepCopy()).without("id")));
        return plain;
    }

    private static String example(String name) throws IOException {
        return Files.readString(Path.of("..", "docs", "api", "examples", name));
    }
}
