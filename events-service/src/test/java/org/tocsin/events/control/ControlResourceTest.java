package org.tocsin.events.control;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tocsin.events.Calls.as;
import static org.tocsin.events.Calls.get;
import static org.tocsin.events.Calls.json;
import static org.tocsin.events.Calls.report;
import static org.tocsin.events.Calls.taking;
import static org.tocsin.events.Calls.tree;
import static org.tocsin.events.Calls.uuid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.tocsin.events.Calls;
import org.tocsin.service.access.Role;
import org.tocsin.testing.PostgresAndKeys;

/** In Nigeria, where no other test does anything. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class ControlResourceTest {
    private static final String BAMA = "2347954";
    private static final String GWOZA = "2339665";

    @Test
    void aCountryIsShownAsListAndAsMapForAnyDay() {
        String id = uuid();
        ObjectNode said = report("savanna-wire", "2014-09-03T10:00:00Z", 1);
        taking(said, id + "-1-0-0", BAMA, "boko-haram", "2014-09-01");
        ObjectNode denial = taking(said, id + "-1-1-0", GWOZA, "boko-haram", "2014-09-02");
        denial.putObject("claimant").putNull("id").put("name", "residents");
        denial.put("stance", "CLAIMED");
        ObjectNode held = taking(said, id + "-1-2-0", GWOZA, "armed-forces-of-ng", "2014-09-02");
        held.put("type", "TERRITORY_HELD")
                .put("stance", "CLAIMED")
                .put("changesHands", false)
                .put("extent", "MOST");
        held.putObject("claimant").put("id", "armed-forces-of-ng").put("name", "the army");
        Calls.put(id, said.toString()).statusCode(200);

        get("/control?country=NG&at=2014-08-30").statusCode(200).body("items", hasSize(0));
        JsonNode items = json("/control?country=ng&at=2014-09-30").path("items");
        assertEquals(2, items.size());
        assertEquals("HELD", byId(items, BAMA).path("state").asText());
        assertEquals(tree("""
                {"place":{"id":"2339665","name":"Gwoza","country":"NG","admin1":"NG.27","latitude":11.08313,"longitude":13.69595},
                 "at":"2014-09-30","state":"CONTESTED","holder":null,
                 "parties":[{"actor":{"id":"government-of-ng","name":"Government of Nigeria"},"extent":"MOST"},
                    {"actor":{"id":"boko-haram","name":"Boko Haram"},"extent":null}],
                 "fighting":false,"assurance":"CLAIMED","since":"2014-09-02","rule":"claim-and-denial","decision":null,
                 "evidence":{"for":["%1$s-1-1-0"],"against":["%1$s-1-2-0"]},"sanctions":[]}
                """.formatted(id)), byId(items, GWOZA));
        String geo = as(Role.READER)
                .accept("application/geo+json")
                .when()
                .get("/control?bbox=13,10,15,12&at=2014-09-30T12:00:00Z&limit=1")
                .then()
                .statusCode(200)
                .contentType("application/geo+json")
                .extract()
                .asString();
        assertEquals(1, tree(geo).path("features").size());
        get("/places/" + BAMA + "/timeline")
                .statusCode(200)
                .body(
                        "items.from",
                        contains(null, "2014-09-01"),
                        "items.control.holder.id",
                        contains("government-of-ng", "boko-haram"));
        get("/places/" + BAMA + "/control?at=2014-08-31T22:59:00Z").body("holder.id", equalTo("government-of-ng"));
        get("/places/" + BAMA + "/control?at=2014-08-31T23:01:00Z").body("holder.id", equalTo("boko-haram"));
    }

    private static JsonNode byId(JsonNode items, String place) {
        for (JsonNode item : items) {
            if (item.path("place").path("id").asText().equals(place)) {
                return item;
            }
        }
        throw new AssertionError("no control of " + place + " in " + items);
    }
}
