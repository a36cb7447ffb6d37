package org.tocsin.ingest;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.tocsin.testing.FreePort;
import org.tocsin.testing.PostgresAndKeys;

/** The packaged program as a process of its own, which a test may kill. */
final class Program implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private final int port = FreePort.any();
    private final int management = FreePort.any();
    private final Map<String, String> settings;
    private Process process;

    private Program(Map<String, String> settings) throws IOException {
        this.settings = Map.copyOf(settings);
        this.process = launch();
    }

    /** Starts it on the database, sending to events-service at the address with the token in the file. */
    static Program on(EmbeddedPostgres postgres, String events, Path token) throws IOException {
        Map<String, String> settings =
                new HashMap<>(PostgresAndKeys.settings(postgres.getJdbcUrl("postgres", "postgres")));
        settings.put("tocsin.events.url", events);
        settings.put("tocsin.service-token-file", token.toString());
        return new Program(settings);
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** As kill -9. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    void restart() throws IOException {
        process = launch();
    }

    void awaitReady() throws InterruptedException {
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
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new AssertionError("the program did not become ready");
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private Process launch() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.management.port=" + management));
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of(
                "-jar", Path.of("target", "quarkus-app", "quarkus-run.jar").toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target", "faults.log").getAbsoluteFile()))
                .start();
    }
}
