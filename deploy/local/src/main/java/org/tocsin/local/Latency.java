package org.tocsin.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * {@code deploy/local/bench}: the time from {@code POST /reports} to the arrival of the webhook, one report at a time on an idle machine, and
 * the memory that the services hold afterwards.
 */
public final class Latency {
    private static final int REPORTS = 200;
    private static final int WARM_UP = 20;
    private static final Duration PACE = Duration.ofMillis(250);

    private Latency() {}

    /** Argument: the project's folder. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path root = Path.of(args[0]).toAbsolutePath().normalize();
        Path folder = Files.createTempDirectory("tocsin-bench");
        Screen screen = new Screen(System.out);
        try (Stack stack = Stack.startedOnFreePorts(root, folder);
                Receiver receiver = Receiver.listen(0, arrival -> {})) {
            screen.step("All ready");
            Bell bell = Bell.subscribe(stack.api(stack.alerts(), "subscriber"), receiver.address());
            receiver.secret(bell.secret());
            bell.awaitActive(Duration.ofSeconds(30));
            Map<String, Long> sent = send(stack);
            Wait.until(
                    "the last webhook",
                    Duration.ofSeconds(60),
                    () -> arrivalsByReport(receiver).size() >= sent.size());
            tell(screen, sent, arrivalsByReport(receiver));
            stack.services()
                    .forEach(service -> screen.line(
                            String.format("%-15s %4d MB resident", service.name(), service.residentBytes() >> 20)));
            screen.line(String.format(
                    "together        %4d MB resident",
                    stack.services().stream()
                                    .mapToLong(ServiceProcess::residentBytes)
                                    .sum()
                            >> 20));
        } catch (Trouble e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } finally {
            delete(folder);
        }
        System.exit(0);
    }

    private static Map<String, Long> send(Stack stack) throws IOException, InterruptedException {
        Api ingest = stack.api(stack.ingest(), "reporter");
        Map<String, Long> sent = new HashMap<>();
        long next = System.nanoTime();
        for (int i = 0; i < WARM_UP + REPORTS; i++) {
            JsonNode report = Takings.report(i);
            long began = System.nanoTime();
            String id = ingest.post("/reports", report)
                    .orTrouble("The report")
                    .path("id")
                    .asText();
            if (i >= WARM_UP) {
                sent.put(id, began);
            }
            next += PACE.toNanos();
            long pause = next - System.nanoTime();
            if (pause > 0) {
                Thread.sleep(pause / 1_000_000, (int) (pause % 1_000_000));
            }
        }
        return sent;
    }

    /** The first arrival for each report; the cause of a change is an event, whose id begins with that of its report. */
    private static Map<String, Long> arrivalsByReport(Receiver receiver) {
        Map<String, Long> arrived = new HashMap<>();
        for (Receiver.Arrival arrival : receiver.alerts()) {
            String event = arrival.event()
                    .path("data")
                    .path("change")
                    .path("cause")
                    .path("id")
                    .asText();
            if (event.length() > 36) {
                arrived.putIfAbsent(event.substring(0, 36), arrival.nanoTime());
            }
        }
        return arrived;
    }

    private static void tell(Screen screen, Map<String, Long> sent, Map<String, Long> arrived) {
        List<Double> millis = new ArrayList<>();
        sent.forEach((report, began) -> {
            Long at = arrived.get(report);
            if (at != null) {
                millis.add((at - began) / 1e6);
            }
        });
        millis.sort(Comparator.naturalOrder());
        screen.line(String.format(
                "POST /reports to webhook: %d of %d arrived; p50 %.0f ms, p90 %.0f ms, p99 %.0f ms, max %.0f ms",
                millis.size(), sent.size(), at(millis, 0.5), at(millis, 0.9), at(millis, 0.99), at(millis, 1)));
    }

    private static double at(List<Double> sorted, double quantile) {
        int index = (int) Math.ceil(quantile * sorted.size()) - 1;
        return sorted.get(Math.max(0, index));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
