package org.tocsin.alerts.watchlist;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.alerts.Api;
import org.tocsin.alerts.Feed;
import org.tocsin.alerts.Made;
import org.tocsin.alerts.Receiver;
import org.tocsin.alerts.Surroundings;
import org.tocsin.testing.PostgresAndKeys;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(Surroundings.class)
class WatchListResourceTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path EXAMPLES = Path.of("..", "docs", "api", "examples");
    private static final String RAQQA =
            ", \"filter\": {\"countries\": [\"SY\"], \"places\": [{\"id\": \"172955\", \"reference\": \"old\"}]}";

    private final Api owner = Api.subscriber("lists-" + UUID.randomUUID());
    private Feed feed;
    private Receiver receiver;
    private Made made;

    @BeforeEach
    void open() {
        feed = new Feed();
        receiver = new Receiver();
        made = Made.by(owner, receiver, "");
    }

    @AfterEach
    void close() {
        owner.delete("/subscriptions/" + made.id());
        feed.close();
        receiver.close();
    }

    @Test
    void theDocumentedListIsAnsweredAsDocumented() throws Exception {
        String answer = put("?apply=never", Files.readString(EXAMPLES.resolve("watch-list.request.csv")))
                .statusCode(200)
                .extract()
                .asString();
        assertEquals(
                JSON.readTree(Files.readString(EXAMPLES.resolve("watch-list.response.json"))), JSON.readTree(answer));
    }

    @Test
    void aListIsStoredOnlyWhenAllOfItMatchesUnlessThePartThatDoesIsAskedFor() {
        String list = "name,country,reference\nMosul,IQ,PO 4711\nNowhere-on-Sea,,\n";
        put("", list).statusCode(200).body("applied", equalTo(false)).body("places", equalTo(0));
        places().body("items", equalTo(List.of()));
        put("?apply=matched", list)
                .body("applied", equalTo(true))
                .body("matched", equalTo(1))
                .body("unknown", equalTo(1))
                .body("places", equalTo(1));
        places().body("items.id", equalTo(List.of("99072"))).body("items.reference", equalTo(List.of("PO 4711")));
        put("?apply=never", "Raqqa").body("applied", equalTo(false)).body("matched", equalTo(1));
        places().body("items.id", equalTo(List.of("99072")));
    }

    @Test
    void aListReplacesOrIsAddedAndOfAPlaceGivenTwiceTheLastReferenceCounts() {
        put("", "Mosul,,first\nmosul,,second").body("applied", equalTo(true)).body("places", equalTo(1));
        places().body("items[0].reference", equalTo("second"));
        owner.post("/subscriptions/" + made.id() + "/places", "{\"places\": [{\"id\": \"172955\"}]}")
                .then()
                .statusCode(200)
                .body("applied", equalTo(true))
                .body("places", equalTo(2));
        places().body("items.name", equalTo(List.of("Mosul", "Ar Raqqah")))
                .body("items.country", equalTo(List.of("IQ", "SY")));
        put("", "172955").body("places", equalTo(1));
        places().body("items.id", equalTo(List.of("172955")));
    }

    @Test
    void theRestOfTheFilterStaysAndTheFileCanBeGivenBack() {
        Made other = Made.by(owner, receiver, RAQQA);
        String csv = owner.request()
                .accept("text/csv")
                .get("/subscriptions/" + other.id() + "/places")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString();
        assertEquals("id,name,country,reference\n172955,Ar Raqqah,SY,old\n", csv);
        csv("PUT", other.id(), "", csv).then().body("applied", equalTo(true));
        owner.get("/subscriptions/" + other.id())
                .then()
                .body("filter.countries", equalTo(List.of("SY")))
                .body("filter.places[0].reference", equalTo("old"));
        owner.delete("/subscriptions/" + other.id());
    }

    @Test
    void withoutEventsServiceNothingIsStoredAndTheAnswerSaysWhenToComeAgain() {
        put("", "Mosul").body("applied", equalTo(true));
        feed.close();
        csv("PUT", made.id(), "", "Raqqa")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "5")
                .body(
                        "detail",
                        equalTo("events-service, which knows the places, does not answer. Nothing was stored; send the"
                                + " call again."));
        places().body("items.id", equalTo(List.of("99072")))
                .body("items.name", equalTo(java.util.Collections.singletonList(null)));
    }

    @Test
    void tenThousandLinesAreTakenAndNotOneMore() {
        StringBuilder list = new StringBuilder();
        for (int place = 1; place <= 10_000; place++) {
            list.append(place + 1_000_000).append('\n');
        }
        put("", list.toString()).statusCode(200).body("applied", equalTo(true)).body("places", equalTo(10_000));
        put("", list + "5").statusCode(400).body("errors.field", equalTo(List.of("body")));
        csv("POST", made.id(), "", "Mosul")
                .then()
                .statusCode(409)
                .body("detail", equalTo("The subscription would watch 10001 places, and may watch 10000."));
    }

    @Test
    void aBadListIsAProblem() {
        put("", "").statusCode(400).body("errors.field", equalTo(List.of("body")));
        put("", "country,reference\nIQ,PO\n").statusCode(400).body("errors.field", equalTo(List.of("body")));
        put("?apply=yes", "Mosul").statusCode(400).body("errors.field", equalTo(List.of("apply")));
        owner.request()
                .contentType("text/csv")
                .body("Qu\u00e9bec".getBytes(StandardCharsets.ISO_8859_1))
                .put("/subscriptions/" + made.id() + "/places")
                .then()
                .statusCode(400)
                .body("errors[0].detail", equalTo("must be UTF-8"));
        String path = "/subscriptions/" + made.id() + "/places";
        owner.put(path, "{}").then().statusCode(400).body("errors.field", equalTo(List.of("places")));
        owner.put(path, "{\"places\": [null]}").then().statusCode(400);
        owner.put(path, "{\"places\": [{\"id\": 7}]}").then().statusCode(400);
        owner.put(path, "{\"places\": []}").then().statusCode(400);
        owner.put(path, "{\"places\": [{}]}")
                .then()
                .statusCode(200)
                .body("items.status", equalTo(List.of("MALFORMED")));
        owner.request().contentType("text/plain").body("x").put(path).then().statusCode(415);
        places().body("items", equalTo(List.of()));
    }

    @Test
    void anothersPlacesAreNotThere() {
        Api stranger = Api.subscriber("stranger");
        String path = "/subscriptions/" + made.id() + "/places";
        stranger.get(path).then().statusCode(404);
        stranger.request()
                .contentType("text/csv")
                .body("Mosul")
                .put(path)
                .then()
                .statusCode(404);
        stranger.request()
                .contentType("text/csv")
                .body("Mosul")
                .post(path)
                .then()
                .statusCode(404);
    }

    private ValidatableResponse put(String query, String csv) {
        return csv("PUT", made.id(), query, csv).then();
    }

    private Response csv(String method, String id, String query, String csv) {
        return owner.request()
                .contentType("text/csv; charset=UTF-8")
                .body(csv.getBytes(StandardCharsets.UTF_8))
                .request(method, "/subscriptions/" + id + "/places" + query);
    }

    private ValidatableResponse places() {
        return owner.get("/subscriptions/" + made.id() + "/places").then().statusCode(200);
    }
}
