package org.tocsin.ingest.rereading;

import static org.hamcrest.Matchers.endsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tocsin.ingest.Calls.as;
import static org.tocsin.ingest.Calls.awaited;
import static org.tocsin.ingest.Calls.get;
import static org.tocsin.ingest.Calls.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tocsin.service.access.Role;

/** Calls of the API of re-readings as tests make them. */
final class ReReadingCalls {
    static final String ALL = "/reports/re-readings";

    private ReReadingCalls() {}

    static ValidatableResponse start(Object body) {
        return as(Role.ANALYST)
                .contentType(ContentType.JSON)
                .body(body instanceof JsonNode tree ? tree.toString() : body)
                .post(ALL)
                .then();
    }

    static ValidatableResponse post(String path) {
        return as(Role.ANALYST).post(path).then();
    }

    static ValidatableResponse apply(JsonNode reReading) {
        return post(path(reReading) + "/application");
    }

    static ValidatableResponse cancel(String id) {
        return post(ALL + "/" + id + "/cancellation");
    }

    static JsonNode previewed(Map<String, Object> filter, boolean apply) {
        return previewed(filter, apply, "PREVIEWED");
    }

    static JsonNode previewed(Map<String, Object> filter, boolean apply, String state) {
        ValidatableResponse started =
                start(Map.of("filter", filter, "apply", apply)).statusCode(202);
        String id = started.extract().path("id");
        started.header("Location", endsWith(ALL + "/" + id));
        return awaited(ALL + "/" + id, "state", state);
    }

    static Set<String> found(Map<String, Object> filter) {
        JsonNode previewed = previewed(new HashMap<>(filter), false);
        Set<String> found =
                differences(previewed).findValuesAsText("report").stream().collect(Collectors.toSet());
        assertEquals(found.size(), previewed.at("/reports/selected").asInt());
        cancel(previewed.get("id").asText());
        return found;
    }

    static JsonNode differences(JsonNode reReading) {
        return get(path(reReading) + "/differences?limit=100");
    }

    static String path(JsonNode reReading) {
        return ALL + "/" + reReading.get("id").asText();
    }

    static UUID uuid(JsonNode reReading) {
        return UUID.fromString(reReading.get("id").asText());
    }

    static JsonNode reports(int selected, int unchanged, int changed, int failed, int skipped, int applied) {
        return json(
                "{\"selected\": %d, \"waiting\": 0, \"unchanged\": %d, \"changed\": %d, \"failed\": %d, \"skipped\": %d, \"applied\": %d}"
                        .formatted(selected, unchanged, changed, failed, skipped, applied));
    }
}
