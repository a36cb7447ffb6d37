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
import static org.tocsin.ingest.rereading.Archive.MOSUL;
import static org.tocsin.ingest.rereading.Archive.TIKRIT;
import static org.tocsin.ingest.rereading.ReReadingCalls.ALL;
import static org.tocsin.ingest.rereading.ReReadingCalls.apply;
import static org.tocsin.ingest.rereading.ReReadingCalls.cancel;
import static org.tocsin.ingest.rereading.ReReadingCalls.differences;
import static org.tocsin.ingest.rereading.ReReadingCalls.found;
import static org.tocsin.ingest.rereading.ReReadingCalls.path;
import static org.tocsin.ingest.rereading.ReReadingCalls.post;
import static org.tocsin.ingest.rereading.ReReadingCalls.previewed;
import static org.tocsin.ingest.rereading.ReReadingCalls.start;
import static org.tocsin.ingest.rereading.ReReadingCalls.uuid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.ingest.EventsAddress;
import org.tocsin.ingest.claim.reader.ClaimReader;
import org.tocsin.service.access.Role;
import org.tocsin.testing.PostgresAndKeys;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(EventsAddress.class)
class ReReadingResourceTest {
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
    void theExampleIsAnsweredAsWritten() throws IOException {
        Map<String, Object> report = report("example-wire", MOSUL);
        report.put("title", "News from the north");
        String id = archive.sent(report);
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
    void onlyReportsThatFitTheFilterAreReadAgain() {
        Map<String, Object> late = report("again-fit-wire", MOSUL);
        late.put("publishedAt", "2014-06-20T15:30:00Z");
        String older = archive.sent(report("again-fit-wire", TIKRIT));
        String newer = archive.sent(late);
        String another = archive.sent(report("again-misfit-wire", MOSUL));
        String current = archive.sent(report("again-fit-wire", "Nothing new from the front."));
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
            ids.add(archive.sent(report("again-page-wire", MOSUL + " Number " + i + ".")));
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
            Older.read(archive.sent(report("again-long-wire", MOSUL + " Number " + i + ".")), claims -> "[]");
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
        String id = archive.sent(report("again-patient-wire", MOSUL));
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
        String id = archive.sent(report("again-cancel-wire", MOSUL));
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
        String id = archive.sent(report("again-old-wire", MOSUL));
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
        archive.sent(report("again-audit-wire", MOSUL));
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

    private static String example(String name) throws IOException {
        return Files.readString(Path.of("..", "docs", "api", "examples", name));
    }
}
