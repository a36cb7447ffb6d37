package org.tocsin.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * {@code deploy/local/rolling}: two processes of each service behind a balancer of connections; each process of each service in turn is taken out, told to
 * stop and started again as a rolling restart does it, under 50 requests a second to that service. Counts requests that failed, reports that were accepted
 * and not read, and changes that were not told.
 */
public final class Rolling {
    private static final Duration READY = Duration.ofMinutes(2);
    private static final long EVERY_MILLIS = 20;
    /** What deploy/base says: the pause before SIGTERM, and how long the program then answers on while it sends its callers away. */
    private static final long PRE_STOP_MILLIS = 5_000;

    private static final String DELAY = "3S";

    private final Stack stack;
    private final Screen screen;
    private final List<Balancer> balancers;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger reports = new AtomicInteger();
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> accepted = new ConcurrentHashMap<>();

    private Rolling(Stack stack, Screen screen, List<Balancer> balancers) {
        this.stack = stack;
        this.screen = screen;
        this.balancers = balancers;
    }

    /** Argument: the project's folder. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("tocsin-rolling");
        List<String> failed = run(Path.of(args[0]).toAbsolutePath().normalize(), folder, new Screen(System.out));
        System.exit(failed.isEmpty() ? 0 : 1);
    }

    /** What failed or was lost, a line each. */
    static List<String> run(Path root, Path folder, Screen screen) throws IOException, InterruptedException {
        try (Balancer ingest = Balancer.start();
                Balancer events = Balancer.start();
                Balancer alerts = Balancer.start();
                Stack stack = new Stack(root, folder, Stack.freePorts(Stack.USUAL_PORTS.size()));
                Receiver receiver = Receiver.listen(0, arrival -> {})) {
            stack.set("TOCSIN_EVENTS_URL", events.address().toString());
            stack.set("QUARKUS_SHUTDOWN_DELAY", DELAY);
            screen.step("Starting PostgreSQL and two processes of each service");
            stack.start(Screen.blank());
            List<ServiceProcess> twins = stack.startTwins();
            List<Balancer> balancers = List.of(ingest, events, alerts);
            for (int i = 0; i < balancers.size(); i++) {
                balancers.get(i).add(stack.services().get(i));
                balancers.get(i).add(twins.get(i));
            }
            Bell bell = Bell.subscribe(new Api(alerts.address(), stack.token("subscriber")), receiver.address());
            receiver.secret(bell.secret());
            bell.awaitActive(Duration.ofSeconds(30));
            Rolling rolling = new Rolling(stack, screen, balancers);
            for (int i = 0; i < balancers.size(); i++) {
                rolling.restart(i, List.of(stack.services().get(i), twins.get(i)), bell);
            }
            rolling.reckon(receiver);
            return List.copyOf(rolling.failures);
        }
    }

    private void restart(int service, List<ServiceProcess> processes, Bell bell) throws InterruptedException {
        ScheduledExecutorService clock = Executors.newScheduledThreadPool(16);
        int before = requests.get();
        int failed = failures.size();
        ScheduledFuture<?> ticks = clock.scheduleAtFixedRate(
                () -> clock.execute(() -> request(service, bell)), 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        TimeUnit.SECONDS.sleep(3);
        for (ServiceProcess process : processes) {
            balancers.get(service).remove(process);
            TimeUnit.MILLISECONDS.sleep(PRE_STOP_MILLIS);
            process.stop();
            process.start();
            process.awaitReady(READY);
            balancers.get(service).add(process);
            TimeUnit.SECONDS.sleep(2);
        }
        ticks.cancel(false);
        clock.shutdown();
        if (!clock.awaitTermination(30, TimeUnit.SECONDS)) {
            failures.add("a request was not answered within 30 s");
        }
        screen.step(processes.get(0).name() + ": two processes restarted, " + (requests.get() - before) + " requests, "
                + (failures.size() - failed) + " failed");
    }

    private void request(int service, Bell bell) {
        int n = requests.incrementAndGet();
        URI base = balancers.get(service).address();
        try {
            if (service == 0 && n % 5 == 0) {
                int number = reports.getAndIncrement();
                JsonNode answer = answer(HttpRequest.newBuilder(base.resolve("/reports"))
                        .header("Authorization", "Bearer " + stack.token("reporter"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(Takings.report(number).toString())));
                accepted.put(answer.path("id").asText(), number);
                return;
            }
            String path =
                    switch (service) {
                        case 0 -> "/reports?limit=1";
                        case 1 -> "/places/99072/control";
                        default -> "/subscriptions/" + bell.id();
                    };
            answer(HttpRequest.newBuilder(base.resolve(path))
                    .header("Authorization", "Bearer " + stack.token(service == 2 ? "subscriber" : "admin"))
                    .GET());
        } catch (IOException e) {
            failures.add("a request to " + base + " failed: " + e);
        } catch (InterruptedException e) {
            requests.decrementAndGet();
        }
    }

    private JsonNode answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(request.timeout(Duration.ofSeconds(10)).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            failures.add(request.build().uri() + " was answered with " + answer.statusCode() + ": " + answer.body());
        }
        return Json.read(answer.body());
    }

    /** Everything that was accepted must have been read, and every change of it told. */
    private void reckon(Receiver receiver) throws IOException {
        Api ingest = stack.api(stack.ingest(), "reader");
        List<String> unread = new ArrayList<>(accepted.keySet());
        Wait.until("the reports to be read", READY, () -> {
            unread.removeIf(id -> read(ingest, id));
            return unread.isEmpty();
        });
        stack.awaitDelivered(READY);
        Settled.await(stack, receiver, READY);
        Set<String> told = new HashSet<>();
        receiver.alerts().forEach(arrival -> told.add(arrival.id()));
        Set<String> changes = Settled.ringing(stack.api(stack.events(), "admin"));
        screen.step(accepted.size() + " reports accepted, all read; " + changes.size() + " changes, " + told.size()
                + " different alerts arrived; " + failures.size() + " of " + requests.get() + " requests failed");
        failures.stream().limit(5).forEach(screen::line);
    }

    private static boolean read(Api ingest, String id) {
        try {
            return ingest.get("/reports/" + id).body().path("status").asText().equals("READ");
        } catch (IOException e) {
            return false;
        }
    }
}
