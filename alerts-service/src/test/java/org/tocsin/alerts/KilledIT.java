package org.tocsin.alerts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.service.access.Role;
import org.tocsin.testing.FreePort;
import org.tocsin.testing.PostgresAndKeys;
import org.tocsin.testing.StubServer;
import org.tocsin.testing.TestKeys;

/** The packaged program is killed, as by kill -9, in the middle of a drain. */
class KilledIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private static final int PLACES = 400;
    private static final int EACH = 3;

    private final int port = FreePort.any();
    private final int management = FreePort.any();
    private final String token = TestKeys.token("killed", Role.SUBSCRIBER);

    @Test
    void nothingIsLostAndNoMoreIsDoubledThanWasInFlight(@TempDir Path folder) throws Exception {
        System.setProperty(Surroundings.PORT, Integer.toString(FreePort.any()));
        Path serviceToken = Files.writeString(folder.resolve("token"), TestKeys.token("alerts-service", Role.SERVICE));
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setLocaleConfig("locale", "C")
                        .setLocaleConfig("encoding", "UTF8")
                        .start();
                Feed feed = new Feed();
                Receiver receiver = new Receiver()) {
            List<String> command = command(postgres, serviceToken);
            Process program = launch(command);
            try {
                awaitReady();
                subscribe(receiver);
                receiver.answer(request -> {
                    pause(2);
                    return StubServer.Answer.status(204);
                });
                for (int i = 0; i < EACH; i++) {
                    feed.add(Cities.changes(1_000, PLACES));
                }
                receiver.awaitAlerts(PLACES * EACH / 4);
                program.destroyForcibly();
                program.waitFor();
                int before = receiver.alerts().size();
                assertTrue(before < PLACES * EACH, "killed too late: " + before);
                program = launch(command);
                awaitReady();
                assertArrived(receiver, before);
            } finally {
                program.destroyForcibly();
                program.waitFor();
            }
        }
    }

    private static void assertArrived(Receiver receiver, int before) {
        Api.until(
                "all " + PLACES * EACH + ", " + before + " before the kill",
                () -> ids(receiver).size() == PLACES * EACH);
        List<StubServer.Request> all = receiver.alerts();
        int doubled = all.size() - ids(receiver).size();
        assertTrue(doubled <= 8, "doubled " + doubled);
        Map<Integer, List<Integer>> byPlace = new TreeMap<>();
        all.forEach(request -> byPlace.computeIfAbsent(Cities.placeOf(request), p -> new ArrayList<>())
                .add(Cities.sequenceOf(request)));
        byPlace.forEach((place, sequences) -> assertEquals(
                List.of(1, 2, 3), sequences.stream().distinct().toList(), "place " + place + ": " + sequences));
        Map<String, Long> bodies = all.stream()
                .collect(Collectors.groupingBy(
                        request -> request.header("webhook-id"),
                        Collectors.collectingAndThen(
                                Collectors.mapping(StubServer.Request::body, Collectors.toSet()),
                                set -> (long) set.size())));
        assertEquals(List.of(1L), bodies.values().stream().distinct().toList(), "same id, same body");
    }

    private static Set<String> ids(Receiver receiver) {
        return receiver.alerts().stream()
                .map(request -> request.header("webhook-id"))
                .collect(Collectors.toSet());
    }

    private void subscribe(Receiver receiver) throws Exception {
        String body = "{\"name\": \"Killed\", \"endpoint\": \"" + receiver.url() + "\"}";
        JsonNode made = call(HttpRequest.newBuilder(uri("/subscriptions"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
        for (int i = 0; i < 300; i++) {
            JsonNode now = call(HttpRequest.newBuilder(
                    uri("/subscriptions/" + made.path("id").asText())));
            if (now.path("status").asText().equals("ACTIVE")) {
                return;
            }
            pause(100);
        }
        throw new AssertionError("the subscription did not become active");
    }

    private JsonNode call(HttpRequest.Builder request) throws Exception {
        return JSON.readTree(HTTP.send(
                        request.header("Authorization", "Bearer " + token)
                                .timeout(Duration.ofSeconds(10))
                                .build(),
                        BodyHandlers.ofString())
                .body());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private void awaitReady() throws InterruptedException {
        HttpRequest ready = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + management + "/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (System.nanoTime() < deadline) {
            try {
                if (HTTP.send(ready, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // not listening yet
            }
            pause(100);
        }
        throw new AssertionError("the program did not become ready");
    }

    private List<String> command(EmbeddedPostgres postgres, Path serviceToken) {
        Map<String, String> settings =
                new HashMap<>(PostgresAndKeys.settings(postgres.getJdbcUrl("postgres", "postgres")));
        settings.put("quarkus.http.port", Integer.toString(port));
        settings.put("quarkus.management.port", Integer.toString(management));
        settings.put("tocsin.events.url", "http://127.0.0.1:" + System.getProperty(Surroundings.PORT));
        settings.put("tocsin.service-token-file", serviceToken.toString());
        settings.put("tocsin.secrets.key", "dGhpcyBpcyBhIHRlc3Qga2V5LCAzMiBieXRlcyBsb24=");
        settings.put("tocsin.egress.http", "true");
        settings.put("tocsin.egress.allow", "127.0.0.1/32");
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx384m"));
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of(
                "-jar", Path.of("target", "quarkus-app", "quarkus-run.jar").toString()));
        return command;
    }

    private static Process launch(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target", "killed.log").getAbsoluteFile()))
                .start();
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
