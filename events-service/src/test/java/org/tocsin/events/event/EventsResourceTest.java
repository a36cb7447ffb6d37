package org.tocsin.events.event;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
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

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class EventsResourceTest {
    private static final String ERBIL = "95446";
    private static final String IDLIB = "169389";

    @Test
    void manyReportsAreTakenAtOnceAndFoundAgain() {
        String first = uuid();
        String second = uuid();
        ObjectNode bulk = Calls.JSON.createObjectNode();
        ObjectNode one = bulk.putArray("reports").addObject().put("id", first);
        ObjectNode says = report("bulk-wire", "2016-03-02T10:00:00Z", 1);
        taking(says, first + "-1-0-0", ERBIL, "islamic-state", "2016-03-01")
                .put("stance", "NEGATED")
                .put("changesHands", false);
        taking(says, first + "-1-1-0", "1", "islamic-state", "2016-03-01");
        one.set("says", says);
        ObjectNode two = bulk.withArray("reports").addObject().put("id", second);
        ObjectNode saysToo = report("bulk-post", "2016-03-03T10:00:00Z", 1);
        ObjectNode strike = taking(saysToo, second + "-1-0-0", IDLIB, "government-of-sy", "2016-03-03");
        strike.put("type", "AIR_STRIKE").put("changesHands", false);
        strike.putObject("target").putNull("id").put("name", "=rebels, \"brave\"");
        two.set("says", saysToo);
        as(Role.SERVICE)
                .contentType("application/json")
                .body(bulk.toString())
                .when()
                .post("/events")
                .then()
                .statusCode(200)
                .body(
                        "items[0].items.outcome",
                        contains("STORED", "REFUSED"),
                        "items[0].items[1].problem.errors[0].field",
                        equalTo("place.id"),
                        "items[1].items.outcome",
                        contains("STORED"));

        get("/events?place=" + IDLIB
                        + "&actor=government-of-sy&type=AIR_STRIKE&from=2016-03-01&to=2016-03-31&bbox=36,35,37,36.5")
                .statusCode(200)
                .body(
                        "items.id",
                        contains(second + "-1-0-0"),
                        "items[0].codes.cameo",
                        equalTo("195"),
                        "next",
                        nullValue());
        get("/events?place=" + ERBIL + "&from=2016-03-02").statusCode(200).body("items", hasSize(0));
        get("/events?place=" + ERBIL + "&to=2016-03-01&limit=1").statusCode(200).body("items", hasSize(1));

        String geo = as(Role.READER)
                .accept("application/geo+json")
                .when()
                .get("/events?place=" + IDLIB)
                .then()
                .statusCode(200)
                .contentType("application/geo+json")
                .extract()
                .asString();
        JsonNode feature = tree(geo).path("features").get(0);
        assertEquals(
                "[36.63393,35.93062]",
                feature.path("geometry").path("coordinates").toString());
        assertEquals("AIR_STRIKE", feature.path("properties").path("type").asText());

        String csv = as(Role.READER)
                .accept("text/csv")
                .when()
                .get("/events?place=" + IDLIB)
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .extract()
                .asString();
        String line = csv.split("\r\n", -1)[1];
        assertTrue(
                line.startsWith(
                        second + "-1-0-0,AIR_STRIKE,Air/drone strike,195,ASSERTED,false,WHOLE,0.9,169389,Idlib,SY,"
                                + "35.93062,36.63393,government-of-sy,Government of Syria,,\" =rebels, \"\"brave\"\"\",,,2016-03-03,DAY,"
                                + second + ",bulk-post,https://bulk-post.example/1,2016-03-03T10:00:00Z,"),
                line);
    }

    @Test
    void anEventIsWhatWasSaidWithCodesAndReport() {
        String id = uuid();
        ObjectNode said = report("Whole Wire", "2016-04-02T10:00:00Z", 1);
        taking(said, id + "-1-0-0", ERBIL, "islamic-state", "2016-04-01")
                .put("extent", "SURROUNDINGS")
                .put("changesHands", false);
        Calls.put(id, said.toString()).statusCode(200);
        JsonNode event = json("/events/" + id + "-1-0-0");
        ((ObjectNode) event).remove("recordedAt");
        assertEquals(tree("""
                {"id":"%1$s-1-0-0","type":"TERRITORY_SEIZED",
                 "codes":{"acled":"Non-state actor overtakes territory","cameo":"192"},
                 "stance":"ASSERTED","changesHands":false,"extent":"SURROUNDINGS","confidence":0.9,
                 "place":{"id":"95446","name":"Erbil","country":"IQ","admin1":"IQ.11","latitude":36.18333,"longitude":44.01193},
                 "actor":{"id":"islamic-state","name":"Islamic State"},"target":null,"claimant":null,
                 "occurredOn":"2016-04-01","datePrecision":"DAY",
                 "evidence":{"field":"text","sentence":{"start":0,"end":20,"text":"They seized the city."},
                    "trigger":null,"place":null,"actor":null},
                 "reasons":["'seized'"],
                 "report":{"id":"%1$s","publisher":"whole-wire","title":"A title","url":"https://Whole Wire.example/1",
                    "publishedAt":"2016-04-02T10:00:00Z","copyOf":null},
                 "status":"ACTIVE","weighs":false,
                 "weighsNot":"it is not told as a completed change of holder of the place or a part of it"}
                """.formatted(id)), event);
    }

    @Test
    void pagesFollowOnEachOther() {
        String id = uuid();
        ObjectNode said = report("page-wire", "2016-05-02T10:00:00Z", 1);
        for (int i = 0; i < 5; i++) {
            taking(said, id + "-1-" + i + "-0", ERBIL, "islamic-state", "2016-05-0" + (i + 1))
                    .put("stance", "PLANNED")
                    .put("changesHands", false);
        }
        Calls.put(id, said.toString()).statusCode(200);
        JsonNode first = json("/events?place=" + ERBIL + "&from=2016-05-01&to=2016-05-31&limit=3");
        JsonNode second = json("/events?place=" + ERBIL + "&from=2016-05-01&to=2016-05-31&limit=3&after="
                + first.path("next").asText());
        assertEquals(3, first.path("items").size());
        assertEquals(2, second.path("items").size());
        assertEquals(true, second.path("next").isNull());
    }
}
