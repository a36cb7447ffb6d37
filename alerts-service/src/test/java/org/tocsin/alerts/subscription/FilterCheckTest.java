package org.tocsin.alerts.subscription;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.alerts.Api;
import org.tocsin.alerts.Feed;
import org.tocsin.alerts.Receiver;
import org.tocsin.alerts.Surroundings;
import org.tocsin.alerts.Tables;
import org.tocsin.testing.PostgresAndKeys;

/** Filters that say something else than their owners mean, and owners that have too many. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(Surroundings.class)
class FilterCheckTest {
    private final String name = "check-" + UUID.randomUUID();
    private final Api owner = Api.subscriber(name);
    private Feed feed;
    private Receiver receiver;

    @BeforeEach
    void open() {
        feed = new Feed();
        receiver = new Receiver();
    }

    @AfterEach
    void close() {
        feed.close();
        receiver.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'places':[{'id':'99072'},{'id':'404404'}]} | filter.places[1].id",
                "{'countries':['IQ','XX']} | filter.countries[1]",
                "{'regions':['XX.15']} | filter.regions[0]",
                "{'actors':['nobody-at-all']} | filter.actors[0]",
                "{'from':['nobody-at-all'],'to':['nobody-else']} | filter.from[0],filter.to[0]",
                "{'countries':['SY'],'regions':['IQ.15']} | filter",
                "{'bbox':[38,29,48,37],'near':{'latitude':50,'longitude':30,'km':100}} | filter",
                "{'bbox':[170,-10,-170,10],'near':{'latitude':0,'longitude':0,'km':5000}} | filter",
                "{'places':[{'id':'99072'}],'countries':['SY']} | filter.places",
                "{'places':[{'id':'99072'}],'near':{'latitude':50,'longitude':30,'km':100}} | filter.places",
            })
    void whatCanNeverMatchIsRefusedByName(String filter, String fields) {
        subscribe(filter).statusCode(400).body("errors.field", equalTo(List.of(fields.split(","))));
        owner.get("/subscriptions").then().body("items.size()", equalTo(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | filter | is empty: every change of every place is told",
                "{'places':[{'id':'99072'},{'id':'172955'}],'countries':['IQ']} | filter.places | 1 of 2 never match, for they lie outside the countries, regions, box or circle: Ar Raqqah (172955)",
            })
    void whatIsWorthKnowingIsSaid(String filter, String field, String detail) {
        String id = subscribe(filter)
                .statusCode(201)
                .body("warnings.field", equalTo(List.of(field)))
                .body("warnings.detail", equalTo(List.of(detail)))
                .extract()
                .path("id");
        owner.get("/subscriptions/" + id).then().body("containsKey('warnings')", equalTo(false));
        owner.put("/subscriptions/" + id, body(filter)).then().body("warnings.field", equalTo(List.of(field)));
    }

    @Test
    void aFilterThatSaysWhatItMeansIsTakenWithoutAWord() {
        subscribe(
                        "{'places':[{'id':'99072'}],'countries':['IQ'],'regions':['IQ.15'],'bbox':[38,29,48,37],'near':{'latitude':36,'longitude':43,'km':100}}")
                .statusCode(201)
                .body("warnings", equalTo(List.of()));
    }

    @Test
    void withoutEventsServiceASubscriptionIsMadeAllTheSameAndSaysWhatWasNotChecked() {
        feed.close();
        subscribe("{'places':[{'id':'404404'}],'actors':['nobody-at-all']}")
                .statusCode(201)
                .body("warnings.field", equalTo(List.of("filter.places", "filter.actors")));
        subscribe("{'countries':['SY'],'regions':['IQ.15']}").statusCode(400);
    }

    @Test
    void anOwnerHasOnlySoManyAlsoWhenSeveralAreMadeAtOnce() throws Exception {
        subscribe("{'countries':['IQ']}").statusCode(201);
        Tables.change("""
                insert into subscription (id, version, owner, name, endpoint_id, endpoint, filter, minimum_assurance,
                    include_past, status, challenge, asked_at, created_at, updated_at)
                select gen_random_uuid(), 0, owner, name, endpoint_id, endpoint, filter, minimum_assurance,
                    include_past, 'PENDING', challenge, asked_at, created_at, updated_at
                from subscription, generate_series(1, 997) where owner = ?
                """, name);
        ExecutorService callers = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> calls = IntStream.range(0, 8)
                    .<Callable<Integer>>mapToObj(i ->
                            () -> subscribe("{'countries':['IQ']}").extract().statusCode())
                    .toList();
            long made = callers.invokeAll(calls).stream()
                    .filter(call -> {
                        try {
                            return call.get() == 201;
                        } catch (Exception e) {
                            throw new AssertionError(e);
                        }
                    })
                    .count();
            assertEquals(2, made);
        } finally {
            callers.shutdown();
        }
        subscribe("{'countries':['IQ']}")
                .statusCode(409)
                .body("detail", equalTo("The owner has 1000 subscriptions, and may have 1000."));
        Tables.change("delete from subscription where owner = ?", name);
    }

    private ValidatableResponse subscribe(String filter) {
        return owner.post("/subscriptions", body(filter)).then();
    }

    private String body(String filter) {
        return "{\"name\": \"n\", \"endpoint\": \"" + receiver.url() + "\", \"filter\": " + filter.replace('\'', '"')
                + "}";
    }
}
