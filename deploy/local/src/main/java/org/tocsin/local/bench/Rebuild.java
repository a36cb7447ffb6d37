package org.tocsin.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.tocsin.local.Api;
import org.tocsin.local.Json;
import org.tocsin.local.Trouble;

/** Computes all control anew, as {@code POST /control/rebuilds} does it. */
final class Rebuild {
    private static final Duration AT_MOST = Duration.ofMinutes(30);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private Rebuild() {}

    /** Rebuilds and puts the result in force; how long that took in seconds, and what the service says of it in the end. */
    record Done(double seconds, JsonNode answer) {}

    static Done everything(Api events) throws IOException {
        long began = System.nanoTime();
        Api.Answer started = events.post("/control/rebuilds", Json.object().put("apply", true));
        started.orTrouble("The rebuild");
        JsonNode rebuild = events.get(started.location()).orTrouble("The rebuild");
        while (!rebuild.path("status").asText().equals("APPLIED")) {
            String status = rebuild.path("status").asText();
            if (status.equals("FAILED")
                    || status.equals("CANCELLED")
                    || System.nanoTime() - began > AT_MOST.toNanos()) {
                throw new Trouble("The rebuild does not end: " + rebuild);
            }
            // not often, for asking takes time from the rebuild
            LockSupport.parkNanos(PAUSE.toNanos());
            rebuild = events.get(started.location()).orTrouble("The rebuild");
        }
        return new Done((System.nanoTime() - began) / 1e9, rebuild);
    }
}
