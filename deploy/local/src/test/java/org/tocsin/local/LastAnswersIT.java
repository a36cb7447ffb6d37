package org.tocsin.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A program that was told to stop still answers for a while, and each answer is the last of its connection. */
class LastAnswersIT {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    @TempDir
    Path folder;

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void callersAreSentAwayBeforeTheProgramEnds() throws Exception {
        try (EventsServices services = EventsServices.started(ROOT, folder, 1, EventsServices.light())) {
            URI document = services.address(0).resolve("/q/openapi");
            assertTrue(staysOpen(document), "a running program keeps connections open");
            CompletableFuture<Void> stopped = CompletableFuture.runAsync(() -> services.stop(0));
            while (staysOpen(document)) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            for (int i = 0; i < 10; i++) {
                assertTrue(!staysOpen(document), "each of the last answers ends its connection");
            }
            stopped.get(30, TimeUnit.SECONDS);
        }
    }

    /** Asks once, which must succeed, and says whether the connection may be used again. */
    private boolean staysOpen(URI address) throws Exception {
        HttpResponse<String> answer =
                http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        assertEquals(200, answer.statusCode());
        return !answer.headers().firstValue("Connection").orElse("").equals("close");
    }
}
