package org.tocsin.ingest.rereading;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tocsin.ingest.Calls.as;
import static org.tocsin.ingest.Calls.awaited;
import static org.tocsin.ingest.Calls.get;
import static org.tocsin.ingest.Calls.json;
import static org.tocsin.ingest.Calls.report;
import static org.tocsin.ingest.Calls.stored;
import static org.tocsin.ingest.rereading.Archive.MOSUL;
import static org.tocsin.ingest.rereading.Archive.TAKEN;
import static org.tocsin.ingest.rereading.Archive.TIKRIT;
import static org.tocsin.ingest.rereading.ReReadingCalls.apply;
import static org.tocsin.ingest.rereading.ReReadingCalls.differences;
import static org.tocsin.ingest.rereading.ReReadingCalls.path;
import static org.tocsin.ingest.rereading.ReReadingCalls.previewed;
import static org.tocsin.ingest.rereading.ReReadingCalls.reports;
import static org.tocsin.ingest.rereading.ReReadingCalls.uuid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.ingest.EventsAddress;
import org.tocsin.ingest.claim.reader.ClaimReader;
import org.tocsin.service.access.Role;
import org.tocsin.testing.PostgresAndKeys;
import org.tocsin.testing.StubServer.Answer;

/** What becomes of reports, and what is sent of them, when a re-reading is applied. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(EventsAddress.class)
class ApplicationTest {
    private Archive archive;

    @BeforeEach
    void open() {
        archive = new Archive();
        archive.awaitRest();
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @Test
    void nothingChangesUntilItIsAppliedAndThenTheWholeNewSetIsSent() {
        String id = archive.sent(report("again-whole-wire", MOSUL + " " + TIKRIT));
        JsonNode now = get("/reports/" + id + "/claims").get("items");
        Older.read(id, claims -> claims.replace("Tikrit\", \"country", "Tikritz\", \"country"));
        JsonNode before = get("/reports/" + id + "/claims").get("items");
        JsonNode previewed = previewed(Map.of("publisher", "again-whole-wire"), false);
        assertEquals(reports(1, 0, 1, 0, 0, 0), previewed.get("reports"));
        assertEquals(before, get("/reports/" + id + "/claims").get("items"));
        assertEquals(1, archive.bodies(id).size());

        apply(previewed).statusCode(202);
        JsonNode applied = awaited(path(previewed), "state", "APPLIED");
        assertEquals(reports(1, 0, 1, 0, 0, 1), applied.get("reports"));
        JsonNode after = get("/reports/" + id + "/claims").get("items");
        JsonNode sent = archive.awaitedBody(id, 2);
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
        String id = archive.sent(report("again-same-wire", MOSUL));
        Older.read(id, claims -> claims);
        JsonNode previewed = previewed(Map.of("publisher", "again-same-wire"), true, "APPLIED");
        assertEquals(reports(1, 1, 0, 0, 0, 0), previewed.get("reports"));
        assertTrue(differences(previewed).get("items").isEmpty());
        assertEquals(ClaimReader.VERSION, Older.text("select reader_version from reading where report = ?", id));
        assertEquals("1", Older.text("select number from reading where report = ?", id));
        assertEquals("0", Older.text("select count(*) from dispatch where report = ?", id));
        assertEquals(1, archive.bodies(id).size());
        assertEquals(
                reports(0, 0, 0, 0, 0, 0),
                previewed(Map.of("publisher", "again-same-wire"), true, "APPLIED")
                        .get("reports"));
    }

    @Test
    void whatNoReaderManagedBeforeIsReadNow() {
        String id = archive.sent(report("again-hard-wire", MOSUL));
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
        assertEquals(2, archive.awaitedBody(id, 2).get("reading").asInt());
        assertTrue(get("/reports/" + id).get("statusReason").isNull());
    }

    @Test
    void aReportThatWasNeverSentStillRings() {
        archive.events().answer(r -> Answer.status(503));
        String id = stored(report("again-unsent-wire", MOSUL));
        awaited("/reports/" + id + "/claims", "status", "READ");
        Older.read(id, claims -> "[]");
        JsonNode applied = previewed(Map.of("publisher", "again-unsent-wire"), true, "APPLIED");
        assertEquals(1, applied.at("/reports/applied").asInt());
        int failed = archive.bodies(id).size();
        archive.events().answer(r -> TAKEN);
        JsonNode sent = archive.awaitedBody(id, failed + 1);
        assertEquals(2, sent.get("reading").asInt());
        assertTrue(sent.get("live").asBoolean());
    }

    @Test
    void aSwitchWhileAnEarlierReadingIsOnItsWayIsSentAfterIt() throws InterruptedException {
        CountDownLatch switched = new CountDownLatch(1);
        archive.events().answer(r -> {
            hold(switched);
            return TAKEN;
        });
        String id = stored(report("again-slow-wire", MOSUL));
        archive.awaitedBody(id, 1);
        Older.read(id, claims -> "[]");
        try {
            previewed(Map.of("publisher", "again-slow-wire"), true, "APPLIED");
        } finally {
            switched.countDown();
        }
        assertEquals(2, archive.awaitedBody(id, 2).get("reading").asInt());
    }

    @Test
    void aCorrectionInBetweenIsKept() {
        String corrected = archive.sent(report("again-between-wire", MOSUL));
        String retracted = archive.sent(report("again-between-wire", MOSUL + " Twice."));
        String other = archive.sent(report("again-between-wire", MOSUL + " Thrice."));
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
        String like = archive.sent(report("again-other-wire", MOSUL));
        String unlike = archive.sent(report("again-other-wire", TIKRIT));
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
        String id = archive.sent(report("again-twin-wire", MOSUL));
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
        archive.awaitedBody(id, 2);
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
            archive.events()
                    .await(
                            1,
                            r -> r.path().contains(id)
                                    && json(r.body())
                                            .at("/events/0/id")
                                            .asText()
                                            .equals(last),
                            Duration.ofSeconds(30));
        }
    }

    @Test
    void aNearCopyThatNoReaderManagedBeforeIsLinkedWhenItIsRead() {
        String wire = MOSUL
                + " Soldiers had left both bridges before the fighters crossed the river, witnesses told reporters.";
        String first = archive.sent(report("again-first-wire", wire));
        String copy = archive.sent(report("again-copy-wire", wire));
        assertEquals(first, archive.bodies(copy).get(0).at("/report/copyOf").asText());
        Older.failedOn(copy);
        Older.run(
                "update copy set facts = '{}', fingerprints = '{}', copy_of = null, version = version + 1 where report = ?",
                UUID.fromString(copy));
        previewed(Map.of("publisher", "again-copy-wire"), true, "APPLIED");
        JsonNode facts = archive.awaitedBody(copy, 2).get("report");
        assertEquals(first, facts.get("copyOf").asText());
        assertEquals(3, facts.get("copyVersion").asInt());
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

    private static List<JsonNode> withoutIds(JsonNode claims) {
        List<JsonNode> plain = new ArrayList<>();
        claims.forEach(claim -> plain.add(((ObjectNode) claim.deepCopy()).without("id")));
        return plain;
    }
}
