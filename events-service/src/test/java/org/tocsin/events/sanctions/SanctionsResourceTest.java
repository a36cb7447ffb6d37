package org.tocsin.events.sanctions;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tocsin.events.Calls.get;
import static org.tocsin.events.Calls.json;
import static org.tocsin.events.Calls.put;
import static org.tocsin.events.Calls.report;
import static org.tocsin.events.Calls.taking;
import static org.tocsin.events.Calls.tree;
import static org.tocsin.events.Calls.uuid;
import static org.tocsin.events.sanctions.format.SampleFiles.bytes;
import static org.tocsin.events.sanctions.format.SampleFiles.ofac;
import static org.tocsin.events.sanctions.format.SampleFiles.sdn;
import static org.tocsin.events.sanctions.format.SampleFiles.un;
import static org.tocsin.events.sanctions.format.SampleFiles.unEntity;
import static org.tocsin.events.sanctions.format.SampleFiles.zip;
import static org.tocsin.events.sanctions.list.ListCalls.settled;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.events.FeedReader;
import org.tocsin.events.sanctions.list.ListTables;
import org.tocsin.testing.PostgresAndKeys;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class SanctionsResourceTest {
    private static final String HIZBALLAH = sdn(4697, "HIZBALLAH", "", "SDGT] [SYRIA", "");
    private static final String ISIS = sdn(8759, "ISLAMIC STATE OF IRAQ AND THE LEVANT", "", "SDGT] [FTO", "");
    private static final String FARC = sdn(4711, "REVOLUTIONARY ARMED FORCES OF COLOMBIA", "", "SDNT] [FTO", "");
    private static final String FARC_EP =
            sdn(33983, "REVOLUTIONARY ARMED FORCES OF COLOMBIA - PEOPLE'S ARMY", "", "SDGT", "");
    private static final String ANSARALLAH = sdn(47664, "ANSARALLAH", "", "SDGT", "");
    private static final String ALIASES = "4697,10,\"aka\",\"ANSAR ALLAH\",-0- \r\n";
    private static final String MORE_ALIASES = ALIASES + "47664,11,\"aka\",\"ANSAR ALLAH\",-0- \r\n";

    @BeforeEach
    @AfterEach
    void empty() {
        ListTables.empty();
        // What is kept in memory is looked at anew by this call.
        json("/actors/houthis/sanctions");
    }

    private static byte[] sdnZip(List<String> rows, String aliases) {
        return zip(Map.of("SDN.CSV", ofac(rows), "ALT.CSV", bytes(aliases + "\u001a\r\n")));
    }

    private static void ofac2021And2024() {
        settled("OFAC_SDN", sdnZip(List.of(HIZBALLAH, ISIS, FARC), ALIASES), "?asOf=2021-08-18");
        JsonNode later = settled(
                "OFAC_SDN", sdnZip(List.of(HIZBALLAH, ISIS, FARC_EP, ANSARALLAH), MORE_ALIASES), "?asOf=2024-05-03");
        if (later.path("status").asText().equals("QUARANTINED")) {
            org.tocsin.events.Calls.as(org.tocsin.service.access.Role.ADMIN)
                    .contentType("application/json")
                    .body("{\"reason\": \"FARC was taken off the list.\"}")
                    .when()
                    .post("/sanctions-lists/OFAC_SDN/versions/2/releases")
                    .then()
                    .statusCode(200);
        }
    }

    private static JsonNode standing(String actor, String list, String asOf) {
        for (JsonNode item :
                json("/actors/" + actor + "/sanctions?asOf=" + asOf).path("items")) {
            if (item.path("list").asText().equals(list)) {
                return item;
            }
        }
        throw new AssertionError("no answer about " + list);
    }

    @Test
    void theExampleIsWhatIsAnswered() {
        ofac2021And2024();
        settled(
                "UN",
                un(
                        "2026-02-27",
                        unEntity("YEe.001", "THE HOUTHIS", "")
                                .replace("Example", "Yemen")
                                .replace("2016-11-30", "2022-02-28")),
                "");
        JsonNode answer = json("/actors/houthis/sanctions?asOf=2023-12-01");
        answer.findParents("ageDays").forEach(version -> ((ObjectNode) version).put("ageDays", 0));
        JsonNode example = tree(SanctionsExamples.HOUTHIS);
        example.findParents("ageDays").forEach(version -> ((ObjectNode) version).put("ageDays", 0));
        assertEquals(example, answer, answer::toPrettyString);
    }

    @Test
    void eachDayHasItsStanding() {
        ofac2021And2024();
        for (String line : """
                houthis       | 2024-02-15 | NOT_LISTED | null
                houthis       | 2024-05-03 | LISTED     | 47664
                islamic-state | 2021-08-18 | LISTED     | 8759
                hezbollah     | 2026-01-01 | LISTED     | 4697
                farc          | 2021-08-18 | LISTED     | 4711
                farc          | 2024-05-03 | WAS_LISTED | 4711
                taliban       | 2024-05-03 | NOT_LISTED | null
                """.lines().toList()) {
            String[] cells = line.split(" *\\| *");
            JsonNode answer = standing(cells[0], "OFAC_SDN", cells[1]);
            assertEquals(cells[2], answer.path("standing").asText(), line + answer);
            assertEquals(cells[3], answer.path("reference").asText("null"), line + answer);
        }
        JsonNode was = standing("farc", "OFAC_SDN", "2024-05-03");
        assertEquals("2021-12-02", was.path("until").asText(), was::toPrettyString);
        assertEquals(
                "UNKNOWN",
                standing("houthis", "UK", "2024-05-03").path("standing").asText());
    }

    @Test
    void anOldListSaysSoAndOneSeenTodayDoesNot() {
        settled("OFAC_SDN", ofac(List.of(HIZBALLAH)), "?asOf=2021-08-18");
        JsonNode old = standing("hezbollah", "OFAC_SDN", today()).path("version");
        assertTrue(old.path("stale").asBoolean(), old::toString);
        assertTrue(old.path("ageDays").asInt() > 1_900, old::toString);
        settled("OFAC_SDN", ofac(List.of(HIZBALLAH, ISIS)), "?current=true");
        JsonNode fresh = standing("hezbollah", "OFAC_SDN", today()).path("version");
        assertEquals(
                "false 0 2",
                fresh.path("stale").asText() + " " + fresh.path("ageDays").asText() + " "
                        + fresh.path("number").asText());
        // The version of then is not stale for being of then.
        assertEquals(
                "false",
                standing("hezbollah", "OFAC_SDN", "2022-01-01")
                        .path("version")
                        .path("stale")
                        .asText());
    }

    @Test
    void aNameThatNobodyHasDecidedAboutIsAmbiguous() {
        settled("UN", un(today(), unEntity("XXe.001", "TALIBAN", "")), "");
        JsonNode answer = standing("taliban", "UN", today());
        assertEquals(
                "AMBIGUOUS XXe.001",
                answer.path("standing").asText() + " "
                        + answer.path("reference").asText());
        assertEquals("TALIBAN", answer.path("nameMatched").asText());
    }

    @Test
    void controlAndChangesCarryTheStandingOfTheDayAndOfNow() {
        ofac2021And2024();
        FeedReader feed = new FeedReader();
        String id = uuid();
        ObjectNode said = report("standing-wire", "2023-12-02T10:00:00Z", 1);
        // Hodeidah
        taking(said, id + "-1-0-0", "79415", "houthis", "2023-12-01");
        put(id, said.toString()).statusCode(200);
        JsonNode change = feed.changes("79415", 1).get(0);
        String expected =
                "[{\"list\":\"OFAC_SDN\",\"actor\":\"houthis\",\"standing\":\"NOT_LISTED\",\"reference\":null,"
                        + "\"since\":null,\"now\":\"LISTED\"}]";
        assertEquals(tree(expected), change.path("after").path("sanctions"));
        JsonNode explained = json("/changes/" + change.path("id").asText());
        assertEquals(tree(expected), explained.path("explanation").path("sanctions"));
        assertEquals(tree(expected), json("/places/79415/control?at=2023-12-03").path("sanctions"));
        assertEquals(
                "LISTED",
                json("/places/79415/control?at=2024-06-01")
                        .path("sanctions")
                        .path(0)
                        .path("standing")
                        .asText());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Ansar Allah |    | AMBIGUOUS
            ansar allah | YE | CLEAR
            ANSARALLAH  |    | CLEAR
            Hizballah   |    | CLEAR
            Nobody's Own Brigade | | UNKNOWN
            """)
    void aNameOfTwoIsAmbiguousUntilTheCountryTells(String name, String country, String clarity) {
        ofac2021And2024();
        get("/actors/named?name=" + name.replace(" ", "%20") + (country == null ? "" : "&country=" + country))
                .statusCode(200)
                .body("clarity", equalTo(clarity));
    }

    @Test
    void theExamplesOfNamesAreWhatIsAnswered() {
        ofac2021And2024();
        assertEquals(tree(SanctionsExamples.ANSAR_ALLAH), json("/actors/named?name=Ansar%20Allah"));
        assertEquals(tree(SanctionsExamples.ANSAR_ALLAH_IN_YEMEN), json("/actors/named?name=Ansar%20Allah&country=YE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "1899-12-31", "2999-01-01", "2023-02-30", "2023-12-01T00:00:00Z"})
    void aDayThatIsNoneIsRefused(String day) {
        get("/actors/houthis/sanctions?asOf=" + day).statusCode(400).body("errors.field", hasItem("asOf"));
    }

    @Test
    void anActorThatIsNotThereIsNotFound() {
        get("/actors/nobody-at-all/sanctions").statusCode(404);
        get("/actors/No%20slug/sanctions").statusCode(400);
        get("/actors/named?name=").statusCode(400);
        get("/actors/named?name=x&country=yemen").statusCode(400);
    }

    private static String today() {
        return LocalDate.now(ZoneOffset.UTC).toString();
    }
}
