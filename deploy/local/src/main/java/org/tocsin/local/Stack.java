package org.tocsin.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** PostgreSQL and the three services, with everything they need to know of one another. */
final class Stack implements AutoCloseable {
    /** The ports that others rely on: ingest, events, alerts, then their management ports in the same order. */
    static final List<Integer> USUAL_PORTS = List.of(8081, 8082, 8083, 9081, 9082, 9083);

    private static final Duration READY = Duration.ofMinutes(2);
    private static final List<String> NAMES = List.of("ingest", "events", "alerts");

    private final Path root;
    private final Path folder;
    private final List<Integer> ports;
    private final Map<String, String> tokens = new LinkedHashMap<>();
    private final List<ServiceProcess> services = new ArrayList<>();
    private final Map<String, String> more = new LinkedHashMap<>();
    private @Nullable Postgres postgres;

    /**
     * Nothing is started yet; {@link #close} may be called from another thread at any time after.
     *
     * @param root the project's folder, where the packaged services lie
     * @param folder where data, keys, tokens and logs are kept
     * @param ports six ports in the order of {@link #USUAL_PORTS}
     */
    Stack(Path root, Path folder, List<Integer> ports) {
        this.root = root;
        this.folder = folder;
        this.ports = List.copyOf(ports);
    }

    /** A stack on free ports, started. */
    static Stack startedOnFreePorts(Path root, Path folder) {
        Stack stack = new Stack(root, folder, freePorts(USUAL_PORTS.size()));
        try {
            stack.start(Screen.blank());
            return stack;
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    /** Starts everything and returns when all are ready. */
    void start(Screen screen) {
        try {
            Path logs = Files.createDirectories(folder.resolve("logs"));
            Tokens keys = Tokens.in(Files.createDirectories(folder.resolve("keys")));
            tokens.putAll(keys.write(folder.resolve("tokens.env")));
            Path serviceToken = folder.resolve("keys").resolve("service.token");
            Tokens.secret(serviceToken, keys.token("tocsin", "service"));
            screen.step("Starting PostgreSQL");
            startPostgres(logs);
            screen.step("Starting ingest-service, events-service and alerts-service");
            for (int i = 0; i < NAMES.size(); i++) {
                String name = NAMES.get(i);
                postgres().ensureDatabase(name);
                startService(new ServiceProcess(
                        name + "-service",
                        root.resolve(name + "-service/target/quarkus-app/quarkus-run.jar"),
                        ports.get(i),
                        ports.get(i + NAMES.size()),
                        environment(name, keys, serviceToken),
                        logs.resolve(name + "-service.log")));
            }
            List.copyOf(services).forEach(service -> service.awaitReady(READY));
        } catch (IOException e) {
            throw new Trouble("The folder " + folder + " cannot be written: " + e.getMessage(), e);
        }
    }

    private synchronized void startPostgres(Path logs) {
        postgres = Postgres.start(folder.resolve("postgres"), logs.resolve("postgres.log"));
    }

    private synchronized void startService(ServiceProcess service) {
        if (postgres != null) {
            services.add(service);
            service.start();
        }
    }

    /** Settings that every service gets beside its own, or instead of them; before it is started. */
    void set(String name, String value) {
        more.put(name, value);
    }

    /** Starts one more process of each service beside those that run, and returns when they are ready, in the same order. */
    List<ServiceProcess> startTwins() throws IOException {
        Tokens keys = Tokens.in(folder.resolve("keys"));
        List<Integer> free = freePorts(ports.size());
        List<ServiceProcess> twins = new ArrayList<>();
        for (int i = 0; i < NAMES.size(); i++) {
            String name = NAMES.get(i);
            ServiceProcess twin = new ServiceProcess(
                    name + "-service",
                    root.resolve(name + "-service/target/quarkus-app/quarkus-run.jar"),
                    free.get(i),
                    free.get(i + NAMES.size()),
                    environment(name, keys, folder.resolve("keys").resolve("service.token")),
                    folder.resolve("logs").resolve(name + "-service-twin.log"));
            startService(twin);
            twins.add(twin);
        }
        twins.forEach(twin -> twin.awaitReady(READY));
        return twins;
    }

    private Map<String, String> environment(String service, Tokens keys, Path serviceToken) throws IOException {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", databaseUrl(service));
        environment.put("QUARKUS_DATASOURCE_USERNAME", "tocsin_" + service);
        environment.put("QUARKUS_DATASOURCE_PASSWORD", "tocsin_" + service);
        environment.put("TOCSIN_AUTH_ISSUER", Tokens.ISSUER);
        environment.put("TOCSIN_AUTH_KEY", keys.publicKey());
        environment.put(
                "TOCSIN_SERVICE_TOKEN_FILE", serviceToken.toAbsolutePath().toString());
        environment.put("TOCSIN_EVENTS_URL", "http://localhost:" + ports.get(1));
        if (service.equals("alerts")) {
            environment.put("TOCSIN_SECRETS_KEY", secretsKey());
            environment.put("TOCSIN_EGRESS_ALLOW", "127.0.0.0/8,::1/128");
            environment.put("TOCSIN_EGRESS_HTTP", "true");
            environment.put("TOCSIN_PUBLIC_URL", "http://localhost:" + ports.get(2));
        }
        environment.putAll(more);
        return environment;
    }

    private String databaseUrl(String service) {
        return "jdbc:postgresql://localhost:" + postgres().port() + "/tocsin_" + service;
    }

    /** The key that encrypts webhook secrets at rest; made once, or nothing stored could be read after a restart. */
    private String secretsKey() throws IOException {
        Path file = folder.resolve("keys").resolve("secrets.key");
        if (!Files.exists(file)) {
            byte[] key = new byte[32];
            new SecureRandom().nextBytes(key);
            Tokens.secret(file, Base64.getEncoder().encodeToString(key));
        }
        return Files.readString(file).strip();
    }

    Postgres postgres() {
        if (postgres == null) {
            throw new Trouble("Stopped while starting.");
        }
        return postgres;
    }

    ServiceProcess ingest() {
        return services.get(0);
    }

    ServiceProcess events() {
        return services.get(1);
    }

    ServiceProcess alerts() {
        return services.get(2);
    }

    List<ServiceProcess> services() {
        return List.copyOf(services);
    }

    String token(String role) {
        return tokens.getOrDefault(role, "");
    }

    /** A client of {@code service} that carries the token of {@code role}. */
    Api api(ServiceProcess service, String role) {
        return new Api(service.address(), tokens.get(role));
    }

    /** Ends {@code service} with {@code kill -9} and starts it again. */
    void crashAndRestart(ServiceProcess service) {
        service.kill();
        service.start();
        service.awaitReady(READY);
    }

    /** Returns when ingest-service has delivered to events-service all that it read. */
    void awaitDelivered(Duration atMost) {
        Wait.until("the reports to be delivered", atMost, () -> postgres().isEmptyTable("ingest", "dispatch"));
    }

    /** Stops the callers, then events-service that they call, and PostgreSQL at last, so that nobody misses a neighbour. */
    @Override
    public synchronized void close() {
        List<ServiceProcess> inOrder = new ArrayList<>(services);
        inOrder.sort(Comparator.comparing(service -> service.name().equals("events-service")));
        inOrder.forEach(ServiceProcess::stop);
        if (postgres != null) {
            postgres.close();
            postgres = null;
        }
    }

    /** Refuses to begin where another program already has a port. */
    static void requireFree(List<Integer> ports) {
        for (int port : ports) {
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                socket.setReuseAddress(true);
            } catch (IOException e) {
                throw new Trouble(
                        "Port " + port + " is taken by another program (another Tocsin?); stop it and try again.", e);
            }
        }
    }

    /**
     * As many different free ports as asked for, below those that the system gives to outgoing connections (from 32768 on Linux): one of these could be taken
     * while a service is still starting.
     */
    static List<Integer> freePorts(int count) {
        List<Integer> ports = new ArrayList<>();
        for (int tries = 0; ports.size() < count; tries++) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                if (!ports.contains(port)) {
                    ports.add(socket.getLocalPort());
                }
            } catch (IOException e) {
                if (tries == 100) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return ports;
    }
}
