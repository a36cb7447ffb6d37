package org.tocsin.events.control;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tocsin.events.Calls.as;
import static org.tocsin.events.Calls.get;
import static org.tocsin.events.Calls.json;
import static org.tocsin.events.Calls.report;
import static org.tocsin.events.Calls.taking;
import static org.tocsin.events.Calls.tree;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.events.Calls;
import org.tocsin.service.access.Role;
import org.tocsin.testing.PostgresAndKeys;

/** In Myanmar, where no other test does anything. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class PlacesControlTest {
    /** In Kachin State. */
    private static final String MYITKYINA = "1307741";

    private static final String BHAMO = "1328218";
    /** In Shan State. */
    private static final String LASHIO = "1314759";

    private static final String REPORT = "places-control";

    @BeforeEach
    void lashioAndBhamoAreTaken() {
        ObjectNode said = report("Irrawaddy Post", "2024-08-05T10:00:00Z", 1);
        taking(said, REPORT + "-1-0-0", LASHIO, "myanmar-national-democratic-alliance-army", "2024-08-03");
        taking(said, REPORT + "-1-1-0", BHAMO, "kachin-independence-army", "2024-08-04");
        ObjectNode denial = taking(said, REPORT + "-1-2-0", BHAMO, "kachin-independence-army", "2024-08-04");
        denial.put("stance", "DENIED").put("changesHands", false);
        denial.putObject("claimant").put("id", "armed-forces-of-mm").put("name", "the army");
        Calls.put(REPORT, said.toString()).statusCode(200);
    }

    @Test
    void namedPlacesAreAnsweredInTheOrderOfIdsWithTheirBaselineWhereNothingIsRecorded() {
        JsonNode items = json("/control?at=2024-09-01&place=" + BHAMO + "&place=" + LASHIO + "&place=" + MYITKYINA
                        + "&place=" + BHAMO)
                .path("items");
        assertEquals(
                "1307741 BASELINE government-of-mm, 1314759 CLAIMED myanmar-national-democratic-alliance-army, 1328218 CLAIMED ",
                inShort(items));
        get("/control?at=2024-08-01&place=" + LASHIO).body("items.assurance", contains("BASELINE"));
    }

    @Test
    void partsAreCombinedAndPagesFollowOnEachOther() {
        String three = "at=2024-09-01&place=" + BHAMO + "&place=" + LASHIO + "&place=" + MYITKYINA;
        get("/control?region=MM.04&" + three).body("items.place.id", contains(MYITKYINA, BHAMO));
        get("/control?region=MM.04&country=TH&" + three).body("items", hasSize(0));
        get("/control?bbox=97,22,98,23.5&" + three).body("items.place.id", contains(LASHIO));
        JsonNode first = json("/control?limit=2&" + three);
        assertEquals(LASHIO, first.path("next").asText());
        get("/control?limit=2&after=" + LASHIO + "&" + three)
                .body("items.place.id", contains(BHAMO), "next", nullValue());
    }

    @Test
    void aRegionIsAskedForByItsCode() {
        get("/control?region=MM.11&at=2024-09-01").body("items.place.id", contains(LASHIO));
        get("/control?region=MM.04&at=2024-09-01&limit=1").body("items.place.id", contains(BHAMO), "next", nullValue());
        get("/control?region=MM.04&country=MM&at=2024-08-01").body("items", hasSize(0));
        get("/control?region=MM.99").statusCode(400).body("errors.field", contains("region"));
    }

    @Test
    void namedPlacesAreAlsoAMap() {
        String geo = as(Role.READER)
                .accept("application/geo+json")
                .when()
                .get("/control?place=" + MYITKYINA)
                .then()
                .statusCode(200)
                .contentType("application/geo+json")
                .extract()
                .asString();
        assertEquals(MYITKYINA, tree(geo).path("features").get(0).path("id").asText());
    }

    @Test
    void unknownPlacesAreNamedAndFiveHundredAreTheMost() {
        get("/control?place=1&place=" + LASHIO + "&place=x77777")
                .statusCode(400)
                .body(
                        "detail",
                        equalTo("1 is not the id of a known place; x77777 is not the id of a known place."),
                        "errors.field",
                        contains("place", "place"));
        get("/control?place=Lashio").statusCode(400).body("errors.field", contains("place"));
        String most = String.join("&", Collections.nCopies(500, "place=x123456789012345678"));
        get("/control?" + most).statusCode(400).body("errors", hasSize(1));
        get("/control?place=1&" + most)
                .statusCode(400)
                .body("errors.detail", contains("must not be given more than 500 times"));
    }

    @Test
    void controlIsExplainedInWordsAndOnDemandWithTheEvents() {
        String plain =
                "Contested by Government of Myanmar and Kachin Independence Army since 2024-08-04. A taking is reported and"
                        + " the side that would have lost the place denies it, or is said to still hold it. For it: 1 event; against it: 1"
                        + " event. Claimed: one source says so, or only a party to the fight.";
        get("/places/" + BHAMO + "/control?at=2024-09-01")
                .statusCode(200)
                .body(
                        "state", equalTo("CONTESTED"),
                        "explanation", equalTo(plain),
                        "for", nullValue(),
                        "against", nullValue());
        get("/places/" + BHAMO + "/control?at=2024-09-01&explain=true")
                .statusCode(200)
                .body(
                        "explanation",
                        containsString(
                                "For it: 1 event of 1 publisher (Irrawaddy Post); against it: 1 event of 1 publisher"
                                        + " (Irrawaddy Post). Denied by Armed forces of Myanmar."),
                        "for.id",
                        contains(REPORT + "-1-1-0"),
                        "against.id",
                        contains(REPORT + "-1-2-0"),
                        "against[0].evidence.sentence.text",
                        equalTo("They seized the city."));
        get("/places/" + BHAMO + "/control?explain=yes").statusCode(400).body("errors.field", contains("explain"));
    }

    @Test
    void eachIntervalIsExplained() {
        get("/places/" + LASHIO + "/timeline")
                .statusCode(200)
                .body(
                        "items.explanation",
                        contains(
                                containsString("Held by Government of Myanmar. Nothing is recorded"),
                                containsString("since 2024-08-03. A taking of the whole place")),
                        "items.for",
                        contains(nullValue(), nullValue()));
        get("/places/" + LASHIO + "/timeline?explain=true")
                .statusCode(200)
                .body(
                        "items[0].for",
                        hasSize(0),
                        "items[1].for.id",
                        contains(REPORT + "-1-0-0"),
                        "items[1].against",
                        hasSize(0),
                        "items[1].explanation",
                        containsString("For it: 1 event of 1 publisher (Irrawaddy Post); against it: nothing."));
    }

    private static String inShort(JsonNode items) {
        StringBuilder out = new StringBuilder();
        for (JsonNode item : items) {
            out.append(out.length() == 0 ? "" : ", ")
                    .append(item.path("place").path("id").asText())
                    .append(' ')
                    .append(item.path("assurance").asText())
                    .append(' ')
                    .append(item.path("holder").path("id").asText());
        }
        return out.toString();
    }
}
