package org.tocsin.ingest.rereading;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.tocsin.ingest.Calls.as;
import static org.tocsin.ingest.rereading.ReReadingCalls.ALL;
import static org.tocsin.ingest.rereading.ReReadingCalls.cancel;
import static org.tocsin.ingest.rereading.ReReadingCalls.post;
import static org.tocsin.ingest.rereading.ReReadingCalls.start;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.ingest.EventsAddress;
import org.tocsin.service.access.Role;
import org.tocsin.testing.PostgresAndKeys;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(EventsAddress.class)
class ReReadingRequestTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"filter\": {\"status\": \"PENDING\"}} | filter.status",
                "{\"filter\": {\"status\": 1}} | filter.status",
                "{\"filter\": {\"publisher\": \"\"}} | filter.publisher",
                "{\"filter\": {\"publisher\": \"a\\u0000b\"}} | filter.publisher",
                "{\"filter\": {\"publisher\": [\"x\"]}} | filter.publisher",
                "{\"filter\": {\"readerVersionBefore\": \"two\"}} | filter.readerVersionBefore",
                "{\"filter\": {\"readerVersionBefore\": \"1.\"}} | filter.readerVersionBefore",
                "{\"filter\": {\"readerVersionBefore\": \"12345678901\"}} | filter.readerVersionBefore",
                "{\"filter\": {\"readerVersionBefore\": 2}} | filter.readerVersionBefore",
                "{\"filter\": {\"publishedFrom\": \"yesterday\"}} | filter.publishedFrom",
                "{\"filter\": {\"publishedFrom\": \"+999999999-01-01T00:00:00Z\"}} | filter.publishedFrom",
                "{\"filter\": {\"publishedBefore\": \"-999999-01-01T00:00:00Z\"}} | filter.publishedBefore",
                "{\"filter\": {\"publishedFrom\": \"2014-06-11T00:00:00Z\", \"publishedBefore\": \"2014-06-10T00:00:00Z\"}} | filter.publishedFrom",
                "{\"filter\": {\"ids\": []}} | filter.ids",
                "{\"filter\": {\"ids\": \"x\"}} | filter.ids",
                "{\"filter\": {\"ids\": [\"x\"]}} | filter.ids[0]",
                "{\"filter\": {\"ids\": [null]}} | filter.ids[0]",
                "{\"filter\": {\"ids\": [\"0b9f3c52-6a0e-4f43-9a3e-6d1a3c1f0a11\"]}} | filter.ids[0]",
                "{\"filter\": {\"surprise\": 1}} | filter.surprise",
                "{\"filter\": 7} | filter",
                "{\"apply\": \"yes\"} | apply",
                "{\"apply\": 1} | apply",
                "[] | body",
                "null | body",
            })
    void aBadRequestIsRefusedByField(String body, String field) {
        start(body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", hasItem(equalTo(field)));
    }

    @Test
    void everythingWrongIsNamedAtOnce() {
        start("{\"filter\": {\"publisher\": \"\", \"readerVersionBefore\": \"x\", \"ids\": [\"x\", \"y\"]}}")
                .statusCode(400)
                .body(
                        "errors.field",
                        contains("filter.publisher", "filter.readerVersionBefore", "filter.ids[0]", "filter.ids[1]"));
        start(Map.of("filter", Map.of("ids", new ArrayList<>(java.util.Collections.nCopies(1_001, UUID.randomUUID())))))
                .statusCode(400)
                .body("errors.field", hasItems("filter.ids"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?after=x", "?limit=0", "?limit=101", "?limit=x"})
    void aBadPageIsRefused(String query) {
        as(Role.READER).get(ALL + query).then().statusCode(400).contentType("application/problem+json");
        as(Role.READER)
                .get(ALL + "/" + UUID.randomUUID() + "/differences" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void anUnknownOneIsNotFound() {
        for (String path : List.of("", "/differences")) {
            as(Role.READER)
                    .get(ALL + "/" + UUID.randomUUID() + path)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json");
        }
        post(ALL + "/" + UUID.randomUUID() + "/application").statusCode(404).contentType("application/problem+json");
        post(ALL + "/" + UUID.randomUUID() + "/cancellation").statusCode(404);
        as(Role.READER).get(ALL + "/no-id").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void onlyAnalystsAndAdminsStartApplyAndCancel() {
        String some = ALL + "/" + UUID.randomUUID();
        for (String role : List.of(Role.READER, Role.REPORTER, Role.SERVICE, Role.SUBSCRIBER)) {
            for (String path : List.of(ALL, some + "/application", some + "/cancellation")) {
                as(role).contentType(ContentType.JSON)
                        .body("{}")
                        .post(path)
                        .then()
                        .statusCode(403)
                        .contentType("application/problem+json");
            }
        }
        as(Role.SUBSCRIBER).get(ALL).then().statusCode(403);
        String id = as(Role.ADMIN)
                .contentType(ContentType.JSON)
                .body("{\"filter\": {\"publisher\": \"nobody\"}}")
                .post(ALL)
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        cancel(id).statusCode(200);
    }
}
