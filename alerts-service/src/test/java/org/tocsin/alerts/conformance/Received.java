package org.tocsin.alerts.conformance;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tocsin.alerts.Made;
import org.tocsin.testing.StubServer;

/**
 * A request that was really received, and what its receiver knows.
 *
 * @param secrets each of which must check it
 * @param keys the published JWK set
 */
record Received(StubServer.Request request, List<String> secrets, JsonNode keys) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Received of(StubServer.Request request, List<String> secrets, Made made) throws IOException {
        String keys = given().get("/.well-known/webhook-keys/" + made.id()).asString();
        return new Received(request, secrets, JSON.readTree(keys));
    }

    Map<String, List<String>> headers() {
        return request.headers().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue())));
    }

    /** For programs in other languages. */
    ObjectNode toJson() {
        ObjectNode all = JSON.createObjectNode();
        all.set("headers", JSON.valueToTree(request.headers()));
        all.put("body", request.body());
        all.put("receivedAt", request.at().toEpochMilli());
        all.set("secrets", JSON.valueToTree(secrets));
        all.set("keys", keys.get("keys"));
        return all;
    }
}
