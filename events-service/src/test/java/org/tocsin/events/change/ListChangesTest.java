package org.tocsin.events.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tocsin.events.Calls.as;
import static org.tocsin.events.Calls.json;
import static org.tocsin.events.Calls.put;
import static org.tocsin.events.Calls.report;
import static org.tocsin.events.Calls.taking;
import static org.tocsin.events.Calls.tree;
import static org.tocsin.events.Calls.uuid;
import static org.tocsin.events.sanctions.format.SampleFiles.un;
import static org.tocsin.events.sanctions.format.SampleFiles.unEntity;
import static org.tocsin.events.sanctions.list.ListCalls.settled;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.events.sanctions.list.ListTables;
import org.tocsin.service.access.Role;
import org.tocsin.testing.PostgresAndKeys;

/** What a version of a list alters about actors, told on the feed. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class ListChangesTest {
    private static final String HOUTHIS = unEntity("YEe.001", "THE HOUTHIS", "");
    private static final String ISIL = unEntity("QDe.115", "AL-QAIDA IN IRAQ", "");
    private static final String ALIAS =
            "<ENTITY_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>ANSAR ALLAH</ALIAS_NAME></ENTITY_ALIAS>";
    private static final String REMARK = "<COMMENTS1>Active in the north.</COMMENTS1>"
            + "<ENTITY_ADDRESS><STREET>Main Street 1</STREET></ENTITY_ADDRESS>";

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private String start = "";

    @BeforeEach
    void empty() {
        ListTables.empty();
        // Versions are numbered from 1 again only here, and what was told of a version is not told again.
        ListTables.run("delete from change where kind = 'SANCTIONS_CHANGED'");
        json("/actors/houthis/sanctions");
        start = json("/changes?after=now").path("next").asText();
    }

    @AfterEach
    void leaveNothing() {
        ListTables.empty();
        json("/actors/houthis/sanctions");
    }

    /** The list with these entries and twenty of nobody. */
    private static byte[] list(LocalDate day, String... entities) {
        List<String> all = new ArrayList<>(List.of(entities));
        IntStream.rangeClosed(1, 20).forEach(i -> all.add(unEntity("XXe." + (100 + i), "NOBODY " + i, "")));
        return un(day.toString(), all.toArray(String[]::new));
    }

    private List<JsonNode> told() {
        List<JsonNode> found = new ArrayList<>();
        json("/changes?limit=1000&after=" + start).path("items").forEach(found::add);
        found.removeIf(change -> !change.path("kind").asText().equals("SANCTIONS_CHANGED"));
        return found;
    }

    private List<String> lines() {
        return told().stream()
                .map(change -> {
                    JsonNode sanctions = change.path("sanctions");
                    List<String> entries = new ArrayList<>();
                    sanctions
                            .path("entries")
                            .forEach(entry -> entries.add(entry.path("kind").asText() + " "
                                    + entry.path("reference").asText() + " "
                                    + entry.path("relation").asText() + " "
                                    + entry.path("amended")));
                    return change.path("actor").path("id").asText() + " "
                            + sanctions.path("before").asText() + ">"
                            + sanctions.path("after").asText() + " "
                            + entries + (change.path("current").asBoolean() ? " current" : "")
                            + (change.path("live").asBoolean() ? " live" : "");
                })
                .toList();
    }

    @Test
    void anActorThatIsListedAmendedAndDelistedIsToldEachTimeOnce() {
        settled("UN", list(today.minusDays(3), ISIL), "");
        assertEquals(List.of(), lines());
        settled("UN", list(today.minusDays(2), ISIL, HOUTHIS), "");
        settled("UN", list(today.minusDays(1), ISIL, unEntity("YEe.001", "THE HOUTHIS", ALIAS)), "");
        settled("UN", list(today, ISIL), "");
        assertEquals(
                List.of(
                        "houthis NOT_LISTED>LISTED [ADDED YEe.001 IS []] current live",
                        "houthis LISTED>LISTED [AMENDED YEe.001 IS [\"ALIAS\"]] current live",
                        "houthis LISTED>WAS_LISTED [REMOVED YEe.001 IS []] current live"),
                lines());
        JsonNode amended = told().get(1);
        assertEquals(
                "[\"ANSAR ALLAH\"]",
                amended.path("sanctions")
                        .path("entries")
                        .path(0)
                        .path("namesAdded")
                        .toString());
        assertEquals(
                "{\"type\":\"list-version\",\"id\":\"UN/3\"}",
                amended.path("cause").toString());
        // The same file again is the same version, and tells nothing more.
        settled("UN", list(today, ISIL), "");
        assertEquals(3, told().size());
    }

    @Test
    void remarksAndAddressesAreNoNews() {
        settled("UN", list(today.minusDays(1), HOUTHIS), "");
        settled("UN", list(today, unEntity("YEe.001", "THE HOUTHIS", REMARK)), "");
        assertEquals(1, json("/sanctions-lists/UN/changes").path("items").size());
        assertEquals(List.of(), lines());
    }

    @Test
    void twoVersionsOfOneDayAreToldLikeOthers() {
        settled("UN", list(today, ISIL), "");
        settled("UN", list(today, HOUTHIS, ISIL), "");
        assertEquals(List.of("houthis NOT_LISTED>LISTED [ADDED YEe.001 IS []] current live"), lines());
    }

    @Test
    void whatIsReleasedFromQuarantineIsToldThen() {
        String[] many = IntStream.rangeClosed(1, 9)
                .mapToObj(i -> unEntity("XYe." + i, "SOMEBODY " + i, ""))
                .toArray(String[]::new);
        settled("UN", list(today.minusDays(1), many), "");
        assertEquals(
                "QUARANTINED",
                settled("UN", list(today, HOUTHIS), "").path("status").asText());
        assertEquals(List.of(), lines());
        as(Role.ADMIN)
                .contentType("application/json")
                .body("{\"reason\": \"They were delisted.\"}")
                .when()
                .post("/sanctions-lists/UN/versions/2/releases")
                .then()
                .statusCode(200);
        assertEquals(List.of("houthis NOT_LISTED>LISTED [ADDED YEe.001 IS []] current live"), lines());
    }

    @Test
    void historyIsToldAsHistory() {
        settled("UN", list(LocalDate.parse("2021-01-01"), ISIL), "");
        settled("UN", list(LocalDate.parse("2024-01-01"), ISIL, HOUTHIS), "");
        settled("UN", list(LocalDate.parse("2022-03-01"), HOUTHIS, ISIL), "?asOf=2022-03-01");
        assertEquals(
                List.of(
                        "houthis NOT_LISTED>LISTED [ADDED YEe.001 IS []] current",
                        "houthis NOT_LISTED>LISTED [ADDED YEe.001 IS []]"),
                lines());
    }

    @Test
    void anEntryThatBearsTheNameAndIsNotDecidedAboutIsToldAsAmbiguous() {
        settled("UN", list(today.minusDays(1), ISIL), "");
        settled("UN", list(today, ISIL, unEntity("XXe.900", "RAPID SUPPORT FORCES", "")), "");
        assertEquals(
                List.of("rapid-support-forces NOT_LISTED>AMBIGUOUS [ADDED XXe.900 null []] current live"), lines());
    }

    private static JsonNode example() {
        try {
            return tree(Files.readString(Path.of("..", "docs", "api", "examples", "sanctions-change.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A change as the example has it: with its id and days, and of the places only that of this test. */
    private static JsonNode told(JsonNode change) {
        ObjectNode told = change.deepCopy();
        JsonNode example = example();
        for (String field : List.of("id", "validFrom", "recordedAt")) {
            told.set(field, example.path(field));
        }
        ObjectNode sanctions = (ObjectNode) told.path("sanctions");
        sanctions.set("asOf", example.path("sanctions").path("asOf"));
        List<JsonNode> places = new ArrayList<>();
        sanctions.path("places").forEach(places::add);
        ArrayNode kept = sanctions.putArray("places");
        places.stream()
                .filter(place -> place.path("id").asText().equals("76184"))
                .forEach(kept::add);
        return told;
    }

    @Test
    void itCarriesWhatTheActorHoldsAndExplainsItself() {
        String id = uuid();
        ObjectNode said = report("holding-wire", "2023-12-02T10:00:00Z", 1);
        // Dhamar
        taking(said, id + "-1-0-0", "76184", "houthis", "2023-12-01");
        put(id, said.toString()).statusCode(200);
        settled("UN", list(today.minusDays(1), ISIL), "");
        settled("UN", list(today, ISIL, HOUTHIS), "");
        JsonNode change = told().get(0);
        assertEquals("null", change.path("place").asText());
        assertTrue(
                change.path("sanctions").path("places").findValuesAsText("id").contains("76184"),
                change::toPrettyString);
        assertEquals(example(), told(change));
        JsonNode explained = json("/changes/" + change.path("id").asText());
        assertEquals(
                "Houthis: UN added THE HOUTHIS (YEe.001); not listed before, listed now from " + today + " on.",
                explained.path("explanation").path("words").asText());
        assertEquals(
                tree("[{\"list\":\"UN\",\"actor\":\"houthis\",\"standing\":\"LISTED\",\"reference\":\"YEe.001\","
                        + "\"since\":\"2016-11-30\",\"now\":\"LISTED\"}]"),
                explained.path("explanation").path("sanctions"));
        String page = as(Role.READER)
                .accept("text/html")
                .when()
                .get("/changes/" + change.path("id").asText())
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertTrue(page.contains("YEe.001") && page.contains("Dhamar"), page);
    }
}
