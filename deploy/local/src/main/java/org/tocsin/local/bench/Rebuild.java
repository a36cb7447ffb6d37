package org.tocsin.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import org.tocsin.local.Api;
import org.tocsin.local.Json;
import org.tocsin.local.Trouble;
import org.tocsin.local.Wait;

/** Computes all control anew, as {@code POST /control/rebuilds} does it. */
final class Rebuild {
    private static final Duration AT_MOST = Duration.ofMinutes(30);

    private Rebuild() {}

    /** Rebuilds and puts the result in force; how long that took in seconds, and what the service says of it in the end. */
    record Done(double seconds, JsonNode answer) {}

    static Done everything(Api events) throws IOException {
        long began = System.nanoTime();
        Api.Answer started = events.post("/control/rebuilds", Json.object().put("apply", true));
        started.orTrouble("The rebuild");
        JsonNode[] last = new JsonNode[1];
        Wait.until("the rebuild", AT_MOST, () -> {
            last[0] = events.get(started.location()).orTrouble("The rebuild");
            String status = last[0].path("status").asText();
            if (status.equals("FAILED") || status.equals("CANCELLED")) {
                throw new Trouble("The rebuild ended: " + last[0]);
            }
            return status.equals("APPLIED");
        });
        return new Done((System.nanoTime() - began) / 1e9, last[0]);
    }
}
