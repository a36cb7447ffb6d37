package org.tocsin.alerts.subscription;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.alerts.Api;
import org.tocsin.alerts.Receiver;
import org.tocsin.alerts.Surroundings;
import org.tocsin.testing.PostgresAndKeys;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(Surroundings.class)
class SubscriptionBadInputTest {
    private final Api owner = Api.subscriber("owner-" + UUID.randomUUID());
    private Receiver receiver;

    @BeforeEach
    void open() {
        receiver = new Receiver();
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "body | []",
                "body | null",
                "body | `   `",
                "name | {'endpoint':'URL'}",
                "name | {'name':'','endpoint':'URL'}",
                "name | {'name':7,'endpoint':'URL'}",
                "name | {'name':'a\\u0000b','endpoint':'URL'}",
                "name | {'name':'\\ud83d','endpoint':'URL'}",
                "endpoint | {'name':'n'}",
                "endpoint | {'name':'n','endpoint':''}",
                "endpoint | {'name':'n','endpoint':'hooks'}",
                "endpoint | {'name':'n','endpoint':'ftp://example.org'}",
                "endpoint | {'name':'n','endpoint':'https://user:pass@example.org/'}",
                "endpoint | {'name':'n','endpoint':'https://10.0.0.1/'}",
                "endpoint | {'name':'n','endpoint':'http://169.254.169.254/latest'}",
                "endpoint | {'name':'n','endpoint':'http://[::ffff:10.0.0.1]/'}",
                "endpoint | {'name':'n','endpoint':'http://127.0.0.2/'}",
                "endpoint | {'name':'n','endpoint':'http://127.0.0.1:0/'}",
                "color | {'name':'n','endpoint':'URL','color':'red'}",
                "minimumAssurance | {'name':'n','endpoint':'URL','minimumAssurance':'VERY'}",
                "includePast | {'name':'n','endpoint':'URL','includePast':'yes'}",
                "filter | {'name':'n','endpoint':'URL','filter':'all'}",
                "filter.city | {'name':'n','endpoint':'URL','filter':{'city':'Mosul'}}",
                "filter.places[0].id | {'name':'n','endpoint':'URL','filter':{'places':[{'id':'Mosul'}]}}",
                "filter.places[0].id | {'name':'n','endpoint':'URL','filter':{'places':[{'reference':'PO'}]}}",
                "filter.places[0] | {'name':'n','endpoint':'URL','filter':{'places':['99072']}}",
                "filter.places[0].reference | {'name':'n','endpoint':'URL','filter':{'places':[{'id':'99072','reference':'a\\u0000'}]}}",
                "filter.countries[0] | {'name':'n','endpoint':'URL','filter':{'countries':['Iraq']}}",
                "filter.regions[0] | {'name':'n','endpoint':'URL','filter':{'regions':['Nineveh']}}",
                "filter.bbox | {'name':'n','endpoint':'URL','filter':{'bbox':[1,2,3]}}",
                "filter.bbox | {'name':'n','endpoint':'URL','filter':{'bbox':[1,20,3,10]}}",
                "filter.bbox | {'name':'n','endpoint':'URL','filter':{'bbox':[-181,0,3,10]}}",
                "filter.bbox[1] | {'name':'n','endpoint':'URL','filter':{'bbox':[1,'2',3,4]}}",
                "filter.near.km | {'name':'n','endpoint':'URL','filter':{'near':{'latitude':1,'longitude':2}}}",
                "filter.near.latitude | {'name':'n','endpoint':'URL','filter':{'near':{'latitude':91,'longitude':2,'km':1}}}",
                "filter.actors[0] | {'name':'n','endpoint':'URL','filter':{'actors':['Islamic State']}}",
                "filter.from[0] | {'name':'n','endpoint':'URL','filter':{'from':['A B']}}",
                "filter.to[1] | {'name':'n','endpoint':'URL','filter':{'to':['a','B']}}",
                "filter.sanctionedOn[0] | {'name':'n','endpoint':'URL','filter':{'sanctionedOn':['NATO']}}",
                "filter.kinds[0] | {'name':'n','endpoint':'URL','filter':{'kinds':['FLOOD']}}",
            })
    void aBadRequestIsAProblemThatNamesTheField(String field, String request) {
        String body = request.replace('\'', '"').replace("URL", receiver.url());
        String answer = owner.post("/subscriptions", body)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .extract()
                .asString();
        List<String> fields = JsonPath.from(answer).getList("errors.field");
        assertTrue(fields.contains(field), answer);
    }

    @Test
    void whatIsNoJsonOrTooLargeOrWithoutAbodyIsAProblem() {
        owner.post("/subscriptions", "{\"name\": ").then().statusCode(400).contentType("application/problem+json");
        owner.post("/subscriptions", "{\"name\": \"a\", \"name\": \"b\"}")
                .then()
                .statusCode(400);
        owner.request()
                .contentType("text/plain")
                .body("x")
                .post("/subscriptions")
                .then()
                .statusCode(415);
        String places = "{\"id\": \"99072\"},".repeat(10_000) + "{\"id\": \"99072\"}";
        owner.post(
                        "/subscriptions",
                        "{\"name\": \"n\", \"endpoint\": \"" + receiver.url() + "\", \"filter\": {\"places\": ["
                                + places + "]}}")
                .then()
                .statusCode(400)
                .body("errors.field", equalTo(List.of("filter.places")));
    }

    @ParameterizedTest
    @CsvSource({
        "/subscriptions?limit=0, limit",
        "/subscriptions?limit=1001, limit",
        "/subscriptions?limit=many, limit",
        "/subscriptions?after=x, after",
        "/subscriptions?after=%00, after",
        "/alerts?after=-1, after",
        "/alerts?limit=-1, limit",
        "/alerts?subscription=x, subscription",
    })
    void aBadParameterIsAProblemThatNamesIt(String path, String name) {
        owner.get(path)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", equalTo(List.of(name)));
    }

    @ParameterizedTest
    @CsvSource({
        "/subscriptions/x",
        "/subscriptions/3f0d1f0e-7e0b-4d7e-a1de-6b1f2f7f4c10",
        "/deliveries/x",
        "/deliveries/3f0d1f0e-7e0b-4d7e-a1de-6b1f2f7f4c10/attempts",
        "/alerts/x",
        "/alerts/3f0d1f0e-7e0b-4d7e-a1de-6b1f2f7f4c10",
    })
    void whatIsNotThereIsAProblem(String path) {
        owner.get(path).then().statusCode(404).contentType("application/problem+json");
    }
}
