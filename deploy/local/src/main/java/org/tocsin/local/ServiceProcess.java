package org.tocsin.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One packaged service as a process of its own. */
final class ServiceProcess {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    /** Little memory and a quick start; the archive is left aside where another JVM made it. */
    static final List<String> LIGHT = List.of(
            "-XX:+UseSerialGC",
            "-Xmx384m",
            "-Xss512k",
            "-XX:TieredStopAtLevel=1",
            "-XX:MinHeapFreeRatio=10",
            "-XX:MaxHeapFreeRatio=20",
            "-XX:SharedArchiveFile=app-cds.jsa",
            "-Xshare:auto");

    private final String name;
    private final Path program;
    private final int port;
    private final int managementPort;
    private final Map<String, String> environment;
    private final Path log;
    private final List<String> jvmOptions;
    private @Nullable Process process;

    ServiceProcess(String name, Path program, int port, int managementPort, Map<String, String> environment, Path log) {
        this(name, program, port, managementPort, environment, log, LIGHT);
    }

    ServiceProcess(
            String name,
            Path program,
            int port,
            int managementPort,
            Map<String, String> environment,
            Path log,
            List<String> jvmOptions) {
        this.name = name;
        this.program = program;
        this.port = port;
        this.managementPort = managementPort;
        this.environment = new LinkedHashMap<>(environment);
        this.log = log;
        this.jvmOptions = List.copyOf(jvmOptions);
    }

    String name() {
        return name;
    }

    URI managementAddress() {
        return URI.create("http://localhost:" + managementPort);
    }

    URI address() {
        return URI.create("http://localhost:" + port);
    }

    /** Starts the program and returns at once. */
    void start() {
        if (!Files.exists(program)) {
            throw new Trouble(name + " is not packaged: run 'mvn -Dquick package' first.");
        }
        List<String> command = new ArrayList<>(List.of(javaCommand()));
        command.addAll(jvmOptions);
        command.addAll(List.of("-jar", program.getFileName().toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        // The archive of classes is only taken where the program is named as it was when the archive was made.
        builder.directory(program.resolveSibling(".").toFile());
        builder.environment().putAll(environment);
        builder.environment()
                .putAll(Map.of(
                        "QUARKUS_HTTP_HOST",
                        "127.0.0.1",
                        "QUARKUS_HTTP_PORT",
                        String.valueOf(port),
                        "QUARKUS_MANAGEMENT_HOST",
                        "127.0.0.1",
                        "QUARKUS_MANAGEMENT_PORT",
                        String.valueOf(managementPort)));
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new Trouble(name + " did not start: " + e.getMessage(), e);
        }
    }

    private static String javaCommand() {
        return ProcessHandle.current().info().command().orElse("java");
    }

    /** Returns when the service says that it is ready. */
    void awaitReady(Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        URI ready = URI.create("http://localhost:" + managementPort + "/q/health/ready");
        while (System.nanoTime() < deadline) {
            Process running = process;
            if (running == null || !running.isAlive()) {
                throw new Trouble(
                        name + " stopped while starting; the last lines of its log (" + log + "):\n" + lastLines());
            }
            if (answersOk(ready)) {
                return;
            }
            pause();
        }
        throw new Trouble(name + " was not ready within " + atMost.toSeconds() + " s; its log is " + log + ".");
    }

    private static boolean answersOk(URI address) {
        try {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("Stopped.", e);
        }
    }

    /** Asks the program to stop, and insists after 20 s. */
    void stop() {
        Process running = process;
        if (running == null) {
            return;
        }
        running.destroy();
        try {
            if (!running.waitFor(20, TimeUnit.SECONDS)) {
                running.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** {@code kill -9}. */
    void kill() {
        Process running = process;
        if (running != null) {
            try {
                running.destroyForcibly().waitFor();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    Duration processorTime() {
        Process running = process;
        return running == null
                ? Duration.ZERO
                : running.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** The resident memory in bytes, where the system tells it (Linux). */
    long residentBytes() {
        Process running = process;
        Path status = Path.of("/proc", running == null ? "none" : String.valueOf(running.pid()), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String lastLines() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 12), lines.size()));
        } catch (IOException e) {
            return "(no log)";
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("Stopped.", e);
        }
    }
}
