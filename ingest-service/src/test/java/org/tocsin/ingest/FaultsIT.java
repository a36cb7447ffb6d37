package org.tocsin.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.service.access.Role;
import org.tocsin.testing.FreePort;
import org.tocsin.testing.StubServer;
import org.tocsin.testing.TestKeys;

/** While reports arrive, each of the three that work together is killed once. */
class FaultsIT {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private static final StubServer.Answer TAKEN = StubServer.Answer.json(200, "{\"items\": []}");

    /** Ids of the reports that were answered with 2xx. */
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();

    private volatile boolean enough;

    @Test
    void everyReportThatWasAcceptedIsSentThoughEverythingIsKilled(@TempDir Path folder) throws Exception {
        int postgresPort = FreePort.any();
        int eventsPort = FreePort.any();
        Path token = Files.writeString(folder.resolve("token"), "a-token");
        EmbeddedPostgres postgres = postgres(folder.resolve("db"), postgresPort);
        StubServer events = StubServer.start(eventsPort, r -> TAKEN);
        try (Program program = Program.on(postgres, "http://127.0.0.1:" + eventsPort, token)) {
            program.awaitReady();
            Thread reporter = new Thread(() -> report(program.url()), "reporter");
            reporter.start();

            awaitAccepted(40);
            program.kill();
            program.restart();

            awaitAccepted(accepted.size() + 40);
            events.close();
            List<StubServer.Request> before = events.requests();
            awaitAccepted(accepted.size() + 40);
            events = StubServer.start(eventsPort, r -> TAKEN);

            awaitAccepted(accepted.size() + 40);
            kill(folder.resolve("db"));
            postgres.close();
            postgres = postgres(folder.resolve("db"), postgresPort);

            awaitAccepted(accepted.size() + 40);
            enough = true;
            reporter.join();
            assertSent(before, events);
        } finally {
            enough = true;
            events.close();
            postgres.close();
        }
    }

    private void assertSent(List<StubServer.Request> before, StubServer events) throws InterruptedException {
        Map<String, Set<JsonNode>> sent = Map.of();
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!sent.keySet().containsAll(accepted) && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(100);
            sent = Stream.concat(before.stream(), events.requests().stream())
                    .collect(Collectors.groupingBy(
                            r -> r.path().split("/")[2],
                            Collectors.mapping(r -> Calls.json(r.body()), Collectors.toSet())));
        }
        for (String id : accepted) {
            Set<JsonNode> bodies = sent.getOrDefault(id, Set.of());
            assertEquals(1, bodies.size(), "what was sent of " + id);
            JsonNode body = bodies.iterator().next();
            assertEquals(id + "-1-1-0", body.get("events").get(0).get("id").asText());
        }
        assertTrue(accepted.size() >= 200);
    }

    /** Sends one report after the other, each until it is accepted. */
    private void report(String url) {
        for (int i = 0; !enough; i++) {
            String report = Calls.json(Calls.report(
                    "steady-wire",
                    "Islamic State fighters seized Mosul from the army on Tuesday. It was dispatch " + i + "."));
            while (!enough && !accepted(url, report)) {
                pause();
            }
            pause();
        }
    }

    private boolean accepted(String url, String report) {
        try {
            HttpResponse<String> response = HTTP.send(
                    HttpRequest.newBuilder(URI.create(url + "/reports"))
                            .timeout(Duration.ofSeconds(10))
                            .header("Content-Type", "application/json")
                            .header("Authorization", "Bearer " + TestKeys.token("a", Role.REPORTER))
                            .POST(BodyPublishers.ofString(report))
                            .build(),
                    BodyHandlers.ofString());
            if (response.statusCode() / 100 == 2) {
                accepted.add(Calls.json(response.body()).get("id").asText());
                return true;
            }
            assertEquals(503, response.statusCode(), response.body());
            return false;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(10);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void awaitAccepted(int count) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (accepted.size() < count) {
            assertTrue(System.nanoTime() < deadline, "accepted " + accepted.size() + " of " + count);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static EmbeddedPostgres postgres(Path folder, int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setPGStartupWait(Duration.ofSeconds(60))
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("encoding", "UTF8")
                .start();
    }

    /** As kill -9 of the server, whose other processes then end by themselves. */
    private static void kill(Path folder) throws IOException {
        long pid = Long.parseLong(
                Files.readAllLines(folder.resolve("postmaster.pid")).get(0));
        ProcessHandle.of(pid).ifPresent(server -> {
            server.destroyForcibly();
            server.onExit().join();
        });
    }
}
