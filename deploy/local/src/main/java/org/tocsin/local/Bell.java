package org.tocsin.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The subscription of the local receiver; it and its secret are kept for the next start. */
final class Bell {
    private final Api alerts;
    private final String id;
    private final String secret;

    private Bell(Api alerts, String id, String secret) {
        this.alerts = alerts;
        this.id = id;
        this.secret = secret;
    }

    String id() {
        return id;
    }

    String secret() {
        return secret;
    }

    /** The subscription kept in {@code file}, if it is still known to alerts-service; otherwise a new one for {@code endpoint}. */
    static Bell keptOrNew(Api alerts, Path file, URI endpoint) throws IOException {
        if (Files.exists(file)) {
            JsonNode kept = Json.read(Files.readString(file));
            Bell bell = new Bell(
                    alerts, kept.path("id").asText(), kept.path("secret").asText());
            if (alerts.get("/subscriptions/" + bell.id).ok()) {
                return bell;
            }
        }
        Bell bell = subscribe(alerts, endpoint);
        Tokens.secret(
                file,
                Json.object().put("id", bell.id).put("secret", bell.secret).toString());
        return bell;
    }

    /** Subscribes {@code endpoint} to every change in Iraq and Syria. */
    static Bell subscribe(Api alerts, URI endpoint) throws IOException {
        ObjectNode subscription = Json.object().put("name", "Iraq and Syria").put("endpoint", endpoint.toString());
        subscription.putObject("filter").putArray("countries").add("IQ").add("SY");
        JsonNode made = alerts.post("/subscriptions", subscription).orTrouble("The subscription");
        return new Bell(alerts, made.path("id").asText(), made.path("secret").asText());
    }

    /** Returns when the endpoint has answered the challenge. */
    void awaitActive(Duration atMost) {
        Wait.until("the endpoint to be verified", atMost, () -> alerts.get("/subscriptions/" + id)
                .orTrouble("The subscription")
                .path("status")
                .asText()
                .equals("ACTIVE"));
    }

    void ping() throws IOException {
        alerts.post("/subscriptions/" + id + "/pings", Json.object()).orTrouble("The test ping");
    }
}
