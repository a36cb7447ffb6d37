package org.tocsin.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** PostgreSQL and one or several processes of events-service on its one database, without the neighbours. */
public final class EventsServices implements AutoCloseable {
    /** Compiler, heap and collector that the image comes to within its memory limit; see docs/operations.md. */
    public static final List<String> AS_IN_THE_IMAGE = List.of("-XX:+UseSerialGC", "-Xmx384m");

    private static final String DATABASE = "tocsin_events";
    private static final Duration READY = Duration.ofMinutes(2);

    private final Postgres postgres;
    private final Map<String, String> tokens = new LinkedHashMap<>();
    private final List<ServiceProcess> processes = new ArrayList<>();
    private boolean closed;

    private EventsServices(Postgres postgres) {
        this.postgres = postgres;
    }

    /**
     * Starts everything on free ports and returns when all are ready.
     *
     * @param root the project's folder, where the packaged service lies
     * @param folder where data, keys and logs are kept
     * @param count how many processes
     * @param jvmOptions of each process
     */
    public static EventsServices started(Path root, Path folder, int count, List<String> jvmOptions)
            throws IOException {
        Path logs = Files.createDirectories(folder.resolve("logs"));
        Tokens keys = Tokens.in(Files.createDirectories(folder.resolve("keys")));
        EventsServices services =
                new EventsServices(Postgres.start(folder.resolve("postgres"), logs.resolve("postgres.log")));
        try {
            services.tokens.putAll(keys.write(folder.resolve("tokens.env")));
            services.postgres.ensureDatabase("events");
            List<Integer> ports = Stack.freePorts(2 * count);
            for (int i = 0; i < count; i++) {
                ServiceProcess process = new ServiceProcess(
                        "events-service",
                        root.resolve("events-service/target/quarkus-app/quarkus-run.jar"),
                        ports.get(i),
                        ports.get(count + i),
                        services.environment(keys),
                        logs.resolve("events-service-" + i + ".log"),
                        jvmOptions);
                services.processes.add(process);
                process.start();
            }
            services.processes.forEach(process -> process.awaitReady(READY));
            return services;
        } catch (IOException | RuntimeException e) {
            services.close();
            throw e;
        }
    }

    /** Compiler and heap of the local run: a quick start. */
    static List<String> light() {
        return ServiceProcess.LIGHT;
    }

    private Map<String, String> environment(Tokens keys) {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                url(),
                "QUARKUS_DATASOURCE_USERNAME",
                DATABASE,
                "QUARKUS_DATASOURCE_PASSWORD",
                DATABASE,
                "TOCSIN_AUTH_ISSUER",
                Tokens.ISSUER,
                "TOCSIN_AUTH_KEY",
                keys.publicKey(),
                "QUARKUS_SHUTDOWN_DELAY",
                "1S");
    }

    private String url() {
        return "jdbc:postgresql://localhost:" + postgres.port() + "/" + DATABASE;
    }

    /** A connection of the service's own role. */
    public Connection database() throws SQLException {
        return DriverManager.getConnection(url(), DATABASE, DATABASE);
    }

    URI address(int number) {
        return processes.get(number).address();
    }

    /** A client of one process, with the token of an admin. */
    public Api api(int number) {
        return new Api(processes.get(number).address(), tokens.get("admin"));
    }

    /** The sum of a Prometheus series over its labels; 0 if there is none. */
    public double metric(int number, String name) throws IOException {
        @Nullable String text = new Api(processes.get(number).managementAddress(), null)
                .get("/q/metrics")
                .body()
                .textValue();
        return (text == null ? "" : text)
                .lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** Processor time that one process has used so far, compiling included. */
    public Duration processorTime(int number) {
        return processes.get(number).processorTime();
    }

    /** Asks one process to stop, and returns when it has. */
    void stop(int number) {
        processes.get(number).stop();
    }

    /** {@code kill -9}. */
    void kill(int number) {
        processes.get(number).kill();
    }

    void restart(int number) {
        processes.get(number).start();
        processes.get(number).awaitReady(READY);
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            processes.forEach(ServiceProcess::stop);
            postgres.close();
        }
    }
}
