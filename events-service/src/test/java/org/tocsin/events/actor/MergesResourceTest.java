package org.tocsin.events.actor;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tocsin.events.Calls.as;
import static org.tocsin.events.Calls.get;
import static org.tocsin.events.Calls.json;
import static org.tocsin.events.Calls.tree;
import static org.tocsin.events.Calls.uuid;
import static org.tocsin.events.actor.MergeCalls.body;
import static org.tocsin.events.actor.MergeCalls.merge;
import static org.tocsin.events.actor.MergeCalls.post;
import static org.tocsin.events.actor.MergeCalls.refused;
import static org.tocsin.events.actor.MergeCalls.withdraw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.service.access.Role;
import org.tocsin.testing.PostgresAndKeys;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class MergesResourceTest {
    private final MergeCalls merges = new MergeCalls();

    @AfterEach
    void takeBack() {
        merges.takeBack();
    }

    @Test
    void theDocumentShowsWhatIsAnswered() {
        assertEquals(tree(ActorExamples.ACTOR), json("/actors/islamic-state"));
        assertEquals(tree(ActorExamples.PAGE), json("/actors?name=ISIS"));
        String merged = post("/actors/levant-front/merges", MergeExamples.REQUEST)
                .statusCode(201)
                .extract()
                .asString();
        JsonNode merge = merges.keep(merged);
        assertEquals(like(MergeExamples.MERGED, merge), merge);
        String address = "/actors/levant-front/merges/" + merge.path("id").asText();
        assertEquals(merge, json(address));
        JsonNode withdrawn = tree(post(address + "/withdrawal", MergeExamples.WITHDRAWAL)
                .statusCode(200)
                .extract()
                .asString());
        assertEquals(like(MergeExamples.WITHDRAWN, withdrawn), withdrawn);
        JsonNode page = json("/actors/levant-front/merges");
        assertEquals(withdrawn, page.path("items").get(0));
        assertEquals(page.path("next"), tree(MergeExamples.PAGE).path("next"));
    }

    /** The example with the ids, times and names of a real answer. */
    private static JsonNode like(String example, JsonNode real) {
        ObjectNode shown = (ObjectNode) tree(example);
        for (String field : List.of("id", "recordedAt", "withdrawnAt", "author", "withdrawnBy")) {
            assertEquals(shown.path(field).isNull(), real.path(field).isNull(), field);
            shown.set(field, real.path(field));
        }
        return shown;
    }

    @Test
    void aMergeIsFoundAgain() {
        JsonNode merge = merges.merged("azawad-liberation-front", "coordination-of-azawad-movements");
        String id = merge.path("id").asText();
        get("/actors/azawad-liberation-front/merges/" + id).body("author", equalTo("test"), "withdrawnAt", nullValue());
        get("/actors/azawad-liberation-front/merges").body("items.id", hasItem(id), "next", nullValue());
        get("/actors/coordination-of-azawad-movements/merges").body("items.id", hasItem(id));
        withdraw(merge)
                .statusCode(200)
                .body("withdrawnBy", equalTo("test"), "withdrawalReason", equalTo("It was wrong."));
        withdraw(merge).statusCode(409).body("errors.field", contains("id"));
        get("/actors/gatia/merges/" + id).statusCode(404);
    }

    @Test
    void whatWouldLeadInACircleOrNowhereIsRefused() {
        refused("nobody-at-all", "m23", 404);
        refused("m23", "nobody-at-all", 400, "into");
        refused("m23", "m23", 400, "into");
        refused("islamic-state", "maute-group", 409, "into");
        merges.merged("m23", "twirwaneho");
        refused("m23", "mujao", 409, "slug");
        refused("twirwaneho", "m23", 409, "into");
        JsonNode member = merges.merged("maute-group", "m23");
        merges.merged("islamic-state", "maute-group");
        refused("twirwaneho", "islamic-state-libya", 409, "into");
        withdraw(member).statusCode(409).body("errors.field", contains("id"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{|",
                "null|body",
                "{}|into",
                "{\"into\":\"mujao\"}|reason",
                "{\"into\":\"mujao\",\"reason\":\" \"}|reason",
                "{\"into\":\"mujao\",\"reason\":\"a\\u0000b\"}|reason",
                "{\"into\":\"MUJAO!\",\"reason\":\"because\"}|into",
                "{\"into\":7,\"reason\":\"because\"}|into",
                "{\"into\":\"mujao\",\"reason\":\"because\",\"more\":1}|more",
            })
    void badBodiesAreRefusedByField(String body, String field) {
        var answer = post("/actors/m23/merges", body).statusCode(400).contentType("application/problem+json");
        if (field != null) {
            answer.body("errors.field", hasItem(field));
        }
        get("/actors/m23").body("mergedInto", nullValue());
    }

    @Test
    void badAddressesAndLongReasonsAreRefused() {
        String why = "{\"reason\":\"x\"}";
        post("/actors/m23/merges", body("mujao", "x".repeat(2_001)))
                .statusCode(400)
                .body("errors.field", contains("reason"));
        post("/actors/M%2023/merges", body("mujao", "because")).statusCode(400).body("errors.field", contains("slug"));
        post("/actors/m23/merges/7/withdrawal", why).statusCode(400).body("errors.field", contains("id"));
        post("/actors/m23/merges/" + uuid() + "/withdrawal", why).statusCode(404);
        post("/actors/m23/merges/" + uuid() + "/withdrawal", "{}")
                .statusCode(400)
                .body("errors.field", contains("reason"));
        get("/actors/nobody-at-all/merges").statusCode(404);
        get("/actors/m23/merges/" + uuid()).statusCode(404);
        as(Role.READER, Role.SERVICE, Role.SUBSCRIBER)
                .contentType("application/json")
                .body(body("mujao", "because"))
                .when()
                .post("/actors/m23/merges")
                .then()
                .statusCode(403);
        as(Role.REPORTER).when().get("/actors/m23/merges").then().statusCode(403);
    }

    @Test
    void ofTwoMergesAtOnceThatMakeACircleOneIsRefused() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int i = 0; i < 10; i++) {
                Future<ValidatableResponse> one = threads.submit(() -> merge("m23", "mujao"));
                Future<ValidatableResponse> other = threads.submit(() -> merge("mujao", "m23"));
                List<Integer> codes = new ArrayList<>();
                for (Future<ValidatableResponse> answer : List.of(one, other)) {
                    var response = answer.get(20, TimeUnit.SECONDS).extract();
                    codes.add(response.statusCode());
                    if (response.statusCode() == 201) {
                        merges.keep(response.asString());
                    }
                }
                assertEquals(List.of(201, 409), codes.stream().sorted().toList());
                takeBack();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
