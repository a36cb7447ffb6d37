package org.tocsin.events.sanctions.list;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tocsin.events.Calls.as;
import static org.tocsin.events.Calls.get;
import static org.tocsin.events.Calls.json;
import static org.tocsin.events.sanctions.format.SampleFiles.bytes;
import static org.tocsin.events.sanctions.format.SampleFiles.gzip;
import static org.tocsin.events.sanctions.format.SampleFiles.ofac;
import static org.tocsin.events.sanctions.format.SampleFiles.sdn;
import static org.tocsin.events.sanctions.format.SampleFiles.sdnRows;
import static org.tocsin.events.sanctions.format.SampleFiles.un;
import static org.tocsin.events.sanctions.format.SampleFiles.unEntities;
import static org.tocsin.events.sanctions.format.SampleFiles.unEntity;
import static org.tocsin.events.sanctions.format.SampleFiles.zip;
import static org.tocsin.events.sanctions.list.ListCalls.changes;
import static org.tocsin.events.sanctions.list.ListCalls.list;
import static org.tocsin.events.sanctions.list.ListCalls.notFound;
import static org.tocsin.events.sanctions.list.ListCalls.post;
import static org.tocsin.events.sanctions.list.ListCalls.release;
import static org.tocsin.events.sanctions.list.ListCalls.sent;
import static org.tocsin.events.sanctions.list.ListCalls.settled;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.events.FeedReader;
import org.tocsin.service.access.Role;
import org.tocsin.testing.PostgresAndKeys;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class SanctionsListsResourceTest {
    private static final String SDN = "OFAC_SDN";

    @BeforeEach
    void empty() {
        ListTables.empty();
    }

    @Test
    void aVersionIsTakenAndTheSameBytesAreTheSameVersion() {
        assertEquals("EMPTY", list(SDN).path("state").asText());
        byte[] body = ofac(sdnRows(1, 20));
        JsonNode version = settled(SDN, body, "?current=true");
        assertEquals("IN_FORCE", version.path("status").asText());
        assertEquals(20, version.path("entries").asInt());
        assertEquals("[\"MAIN\",\"END_MARK\"]", version.path("parts").toString());
        assertTrue(version.path("added").isNull());
        assertEquals("/sanctions-lists/OFAC_SDN/versions/1", sent(SDN, body, "?current=true"));
        assertEquals("/sanctions-lists/OFAC_SDN/versions/1", sent(SDN, body, ""));
        JsonNode state = list(SDN);
        assertEquals("CURRENT", state.path("state").asText());
        assertEquals("1", state.path("version").asText());
        assertEquals(20, state.path("entries").asInt());
        assertEquals(today(), state.path("asOf").asText());
        assertEquals(0, state.path("ageDays").asInt());
        assertTrue(state.path("problem").isNull());
        assertEquals(List.of(), changes(SDN));
        get("/sanctions-lists").body("items.id", contains("OFAC_SDN", "OFAC_CONSOLIDATED", "UN", "UK", "EU"));
        byte[] file = as(Role.READER)
                .when()
                .get("/sanctions-lists/OFAC_SDN/versions/1/file")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertArrayEquals(body, file);
    }

    @Test
    void whatIsGivenAgainAfterAnotherFileIsANewVersionWhereItIsGivenNow() {
        byte[] one = ofac(sdnRows(1, 20));
        byte[] two = ofac(sdnRows(1, 21));
        settled(SDN, one, "?current=true");
        settled(SDN, two, "?current=true");
        assertEquals("/sanctions-lists/OFAC_SDN/versions/1", sent(SDN, one, ""));
        assertEquals("3", settled(SDN, one, "?current=true").path("id").asText());
        assertEquals(List.of("1>2 ADDED 21  live", "2>3 REMOVED 21  live"), changes(SDN));
        assertEquals(20, list(SDN).path("entries").asInt());
    }

    @Test
    void versionsOfEarlierDaysMayComeLaterAndEachDayHasItsOwn() {
        List<String> of2021 = new ArrayList<>(sdnRows(1, 20));
        List<String> of2023 = new ArrayList<>(sdnRows(1, 19));
        of2023.add(sdn(30, "THIRTY", "", "SDGT", ""));
        List<String> of2024 = new ArrayList<>(sdnRows(2, 19));
        of2024.add(sdn(30, "THIRTY", "", "SDGT] [IRGC", ""));
        of2024.add(sdn(31, "THIRTY-ONE", "", "SDGT", ""));
        assertEquals(
                "1", settled(SDN, ofac(of2021), "?asOf=2021-08-18").path("id").asText());
        settled(SDN, ofac(of2024), "?asOf=2024-05-03");
        assertEquals(
                List.of("1>2 REMOVED 1  past", "1>2 REMOVED 20  past", "1>2 ADDED 30  past", "1>2 ADDED 31  past"),
                changes(SDN));
        JsonNode between = settled(SDN, ofac(of2023), "?asOf=2023-01-31");
        assertEquals("1", between.path("previous").asText());
        assertEquals(
                List.of(
                        "1>3 REMOVED 20  past",
                        "1>3 ADDED 30  past",
                        "3>2 REMOVED 1  past",
                        "3>2 AMENDED 30 PROGRAMME past",
                        "3>2 ADDED 31  past"),
                changes(SDN));
        JsonNode last = json("/sanctions-lists/OFAC_SDN/versions/2");
        assertEquals("3", last.path("previous").asText());
        assertEquals(1, last.path("amended").asInt());
        assertEquals("2024-05-03", list(SDN).path("asOf").asText());
        assertEquals("STALE", list(SDN).path("state").asText());

        get(entry("30", "2023-01-30")).statusCode(404);
        get(entry("30", "2023-01-31")).body("from", equalTo("2023-01-31"), "to", equalTo("2024-05-03"));
        get(entry("30", "2024-06-01"))
                .body("from", equalTo("2024-05-03"), "entry.programmes", contains("IRGC", "SDGT"));
        get(entry("20", "2023-01-30")).body("from", equalTo("2021-08-18"), "to", equalTo("2023-01-31"));
        get(entry("20", "2023-01-31")).statusCode(404);
        get("/sanctions-lists/OFAC_SDN/entries/20").body("to", equalTo("2023-01-31"));
        get(entry("5", "2024-01-01")).body("from", equalTo("2021-08-18"), "history.size()", equalTo(1));
        assertEquals(
                0,
                ListTables.count(
                        "select count(*) from sanctions_entry a join sanctions_entry b on a.list = b.list and"
                                + " a.reference = b.reference and a.id < b.id and a.valid_from < b.valid_to and b.valid_from < a.valid_to"));
    }

    @Test
    void theFirstOfAllMayComeLastAndTwoMayBeOfOneDay() {
        settled("UN", un("2024-01-01", unEntities(1, 20)), "");
        settled("UN", un("2023-01-01", unEntities(1, 19)), "");
        settled("UN", un("2023-01-01", unEntities(2, 20)), "");
        assertEquals(
                List.of("2>3 REMOVED XAe.1  past", "2>3 ADDED XAe.20  past", "3>1 ADDED XAe.1  past"), changes("UN"));
        get("/sanctions-lists/UN/entries/XAe.1?asOf=2023-06-01").statusCode(404);
        get("/sanctions-lists/UN/entries/XAe.1").body("from", equalTo("2024-01-01"));
        get("/sanctions-lists/UN/entries/XAe.20").body("from", equalTo("2023-01-01"), "to", equalTo(null));
    }

    @Test
    void manyMissingEntriesAreAPersonsDecision() {
        settled(SDN, ofac(sdnRows(1, 20)), "");
        JsonNode version = settled(SDN, ofac(sdnRows(1, 17)), "");
        assertEquals("QUARANTINED", version.path("status").asText());
        assertEquals(
                "MANY_REMOVED", version.path("reasons").path(0).path("kind").asText());
        JsonNode state = list(SDN);
        assertEquals("1", state.path("version").asText());
        assertEquals(20, state.path("entries").asInt());
        assertEquals("2", state.path("lastAttempt").path("id").asText());
        assertTrue(state.path("problem").asText().contains("3 of the 20 entries"), state::toPrettyString);
        get("/sanctions-lists/OFAC_SDN/entries/20").statusCode(200).body("to", equalTo(null));
        assertEquals("/sanctions-lists/OFAC_SDN/versions/2", sent(SDN, ofac(sdnRows(1, 17)), "?current=true"));

        as(Role.SERVICE, Role.ANALYST)
                .contentType("application/json")
                .body("{\"reason\": \"no\"}")
                .when()
                .post("/sanctions-lists/OFAC_SDN/versions/2/releases")
                .then()
                .statusCode(403);
        release(SDN, "2", " ").statusCode(400).body("errors.field", contains("reason"));
        release(SDN, "2", "They took three off.")
                .statusCode(200)
                .body(
                        "status",
                        equalTo("IN_FORCE"),
                        "release.reason",
                        equalTo("They took three off."),
                        "removed",
                        equalTo(3));
        release(SDN, "2", "Again.").statusCode(409);
        release(SDN, "9", "None.").statusCode(404);
        assertEquals("2", list(SDN).path("version").asText());
        assertEquals(3, changes(SDN).size());
        assertEquals(
                1,
                ListTables.count(
                        "select count(*) from audit where action = 'sanctions-list-release' and author = 'test'"
                                + " and detail like '%They took three off.%'"));
    }

    @Test
    void everyBrokenFileLeavesTheOldListInForceAndSaysWhy() {
        byte[] good = un("2026-02-27", unEntities(1, 30));
        settled("UN", good, "");
        Map<String, byte[]> broken = Map.of(
                "EMPTY", new byte[0],
                "NOT_A_LIST", bytes("<html><body>Service unavailable</body></html>"),
                "TRUNCATED", Arrays.copyOf(good, good.length / 2),
                "ENCODING",
                        new String(un("2026-02-28", unEntity("XAe.1", "\u00c9T", "")), StandardCharsets.UTF_8)
                                .getBytes(StandardCharsets.ISO_8859_1),
                "DTD",
                        bytes(
                                "<!DOCTYPE l [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>\n<CONSOLIDATED_LIST>&b;</CONSOLIDATED_LIST>"),
                "COLUMNS", un("2026-02-28", "<ENTITY><NAME>Elsewhere</NAME></ENTITY>"),
                "UNPARSEABLE", bytes(new String(good, StandardCharsets.UTF_8).replace("</FIRST_NAME>", "</N>")));
        broken.forEach((kind, body) -> {
            JsonNode version = settled("UN", body, "?current=true");
            assertEquals("QUARANTINED", version.path("status").asText(), kind);
            assertEquals(kind, version.path("reasons").path(0).path("kind").asText(), version::toPrettyString);
            JsonNode state = list("UN");
            assertEquals("1", state.path("version").asText());
            assertEquals(30, state.path("entries").asInt());
            assertTrue(
                    state.path("problem").asText().contains("Version 1 of 2026-02-27 stays in force"),
                    state::toPrettyString);
            release("UN", version.path("id").asText(), "Take it.")
                    .statusCode(409)
                    .body("detail", containsString("whole"));
        });
        JsonNode twice = settled("UN", un("2026-02-28", concat(unEntities(1, 30), unEntity("XAe.3", "AGAIN", ""))), "");
        assertEquals(
                "DUPLICATE_REFERENCES",
                twice.path("reasons").path(0).path("kind").asText());
        JsonNode garbled =
                settled("UN", un("2026-02-28", concat(unEntities(1, 30), unEntity("XAe.31", "\u00c3\u0089T", ""))), "");
        assertEquals("GARBLED", garbled.path("reasons").path(0).path("kind").asText());
        assertEquals("1", list("UN").path("version").asText());
        assertEquals(List.of(), changes("UN"));
    }

    @Test
    void filesOfOfacThatTheVersionBeforeHadAreMissed() {
        byte[] aliases = ofac(List.of("1,1,\"aka\",\"ALPHA\",-0- "));
        settled(SDN, zip(Map.of("sdn.csv", ofac(sdnRows(1, 20)), "alt.csv", aliases)), "");
        JsonNode alone = settled(SDN, gzip(ofac(sdnRows(1, 21))), "");
        assertEquals("PARTS_MISSING", alone.path("reasons").path(0).path("kind").asText());
        JsonNode cut = settled(
                SDN,
                zip(Map.of("sdn.csv", bytes(String.join("\r\n", sdnRows(1, 20)) + "\r\n"), "alt.csv", aliases)),
                "");
        assertEquals("END_MISSING", cut.path("reasons").path(0).path("kind").asText());
        get("/sanctions-lists/OFAC_SDN/entries/1").body("entry.names.text", contains("GROUP 1", "ALPHA"));
    }

    @Test
    void whatANewerReaderReadsOtherwiseIsNoChangeOfTheList() {
        settled(SDN, ofac(sdnRows(1, 20)), "?asOf=2024-01-01");
        ListTables.run("update sanctions_version set reader = 0");
        ListTables.run(
                "update sanctions_entry set hash = 'of another reader', body = replace(body::text, 'GROUP', 'BAND')::json");
        settled(SDN, ofac(sdnRows(1, 21)), "?asOf=2024-01-02");
        assertEquals(List.of("1>2 ADDED 21  past"), changes(SDN));
        get("/sanctions-lists/OFAC_SDN/entries/5").body("entry.names.text", contains("GROUP 5"));
    }

    @Test
    void filesThatComeAtTheSameTimeAreTakenOneAfterTheOther() {
        List<CompletableFuture<String>> sent = IntStream.rangeClosed(1, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> sent(SDN, ofac(sdnRows(1, 40 + i % 4)), "?asOf=2024-01-0" + i)))
                .toList();
        List<String> versions =
                sent.stream().map(CompletableFuture::join).distinct().sorted().toList();
        assertEquals(8, versions.size());
        versions.forEach(version -> FeedReader.await(
                version, () -> json(version).path("status").asText().equals("IN_FORCE")));
        get(entry("42", "2024-01-02")).statusCode(200);
        get(entry("42", "2024-01-04")).statusCode(404);
        get(entry("43", "2024-01-07")).statusCode(200);
        get(entry("43", "2024-01-08")).statusCode(404);
    }

    @Test
    void badCallsSayWhatIsWrong() {
        byte[] body = ofac(sdnRows(1, 2));
        post("OFAC", body, "").statusCode(404);
        post(SDN, body, "?asOf=yesterday").statusCode(400).body("errors.field", contains("asOf"));
        post(SDN, body, "?asOf=2999-01-01").statusCode(400).body("errors.field", contains("asOf"));
        post(SDN, body, "?asOf=2024-01-01&current=true").statusCode(400).body("errors.field", contains("current"));
        as(Role.ADMIN)
                .multiPart("file", "sdn.csv", body)
                .when()
                .post("/sanctions-lists/OFAC_SDN/versions")
                .then()
                .statusCode(415);
        as(Role.READER, Role.ANALYST, Role.REPORTER)
                .contentType("application/octet-stream")
                .body(body)
                .when()
                .post("/sanctions-lists/OFAC_SDN/versions")
                .then()
                .statusCode(403);
        // What curl sends as the type when it is told none.
        as(Role.ADMIN)
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("application/x-www-form-urlencoded", ContentType.TEXT)))
                .contentType("application/x-www-form-urlencoded")
                .body(new String(body, StandardCharsets.UTF_8))
                .when()
                .post("/sanctions-lists/OFAC_SDN/versions")
                .then()
                .statusCode(202);
        FeedReader.await("the list", () -> list(SDN).path("entries").asInt() == 2);
        notFound("/sanctions-lists/OFAC");
        notFound("/sanctions-lists/OFAC_SDN/versions/99");
        notFound("/sanctions-lists/OFAC_SDN/versions/x");
        notFound("/sanctions-lists/OFAC_SDN/entries/99");
        notFound("/sanctions-lists/OFAC_SDN/entries/%00");
        get("/sanctions-lists/OFAC_SDN/changes?after=x").statusCode(400).body("errors.field", contains("after"));
        get("/sanctions-lists/OFAC_SDN/versions?limit=0").statusCode(400);
        get("/sanctions-lists/OFAC_SDN/versions").body("items.size()", equalTo(1), "next", equalTo(null));
        get(entry("1", "x")).statusCode(400).body("errors.field", contains("asOf"));
    }

    private static String entry(String reference, String asOf) {
        return "/sanctions-lists/OFAC_SDN/entries/" + reference + "?asOf=" + asOf;
    }

    private static String[] concat(String[] some, String more) {
        String[] all = Arrays.copyOf(some, some.length + 1);
        all[some.length] = more;
        return all;
    }

    private static String today() {
        return LocalDate.now(ZoneOffset.UTC).toString();
    }
}
