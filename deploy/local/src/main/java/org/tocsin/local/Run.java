package org.tocsin.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** {@code deploy/local/run}: everything on this machine, the sample reports in, the webhooks that arrive on the screen. */
public final class Run {
    private static final int RECEIVER_PORT = 8084;
    private static final long NEEDED_BYTES = 500L << 20;

    private final Path root;
    private final Path data;
    private final Options options;
    private final Screen screen;

    private Run(Path root, Options options, Screen screen) {
        this.root = root;
        this.data = root.resolve("deploy/local/data");
        this.options = options;
        this.screen = screen;
    }

    /** Arguments: the project's folder, then the options of {@link Options#USAGE}. */
    public static void main(String[] args) {
        List<String> words = List.of(args);
        try {
            Path root = Path.of(words.get(0)).toAbsolutePath().normalize();
            new Run(root, Options.of(words.subList(1, words.size())), new Screen(System.out)).untilStopped();
        } catch (Trouble e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (IOException e) {
            System.err.println("A file or a service cannot be reached: " + e.getMessage());
            System.exit(1);
        }
    }

    private void untilStopped() throws IOException {
        List<Integer> ports = new ArrayList<>(Stack.USUAL_PORTS);
        ports.add(RECEIVER_PORT);
        Stack.requireFree(ports);
        prepareFolder();
        Stack stack = new Stack(root, data, Stack.USUAL_PORTS);
        Receiver receiver = Receiver.listen(RECEIVER_PORT, this::show);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            screen.step("Stopping");
            receiver.close();
            stack.close();
            screen.step("Stopped; the data are kept in deploy/local/data");
            stopped.countDown();
        }));
        stack.start(screen);
        screen.step("All ready");
        tell(stack, receiver);
        addresses(stack);
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void prepareFolder() throws IOException {
        if (options.fresh() && Files.exists(data)) {
            try (Stream<Path> files = Files.walk(data)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(data);
        FileStore disk = Files.getFileStore(data);
        if (disk.getUsableSpace() < NEEDED_BYTES) {
            throw new Trouble("The disk is full: " + (disk.getUsableSpace() >> 20) + " MB are left for " + data
                    + ", and 500 MB are needed.");
        }
    }

    private void tell(Stack stack, Receiver receiver) throws IOException {
        if (options.empty()) {
            return;
        }
        Api alerts = stack.api(stack.alerts(), "subscriber");
        Bell bell = Bell.keptOrNew(alerts, data.resolve("subscription.json"), receiver.address());
        receiver.secret(bell.secret());
        bell.awaitActive(Duration.ofSeconds(60));
        Path delivered = data.resolve("sample-delivered");
        if (Files.exists(delivered)) {
            screen.step("The sample was delivered at "
                    + Files.readString(delivered).strip() + "; ringing once by a test ping");
            bell.ping();
            Wait.until("the ping", Duration.ofSeconds(30), () -> receiver.arrivals().stream()
                    .anyMatch(a -> a.type().equals("tocsin.ping")));
        } else {
            deliverSample(stack, receiver);
            Files.writeString(
                    delivered, Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        }
        printControl(stack);
    }

    private void deliverSample(Stack stack, Receiver receiver) throws IOException {
        Api ingest = stack.api(stack.ingest(), "reporter");
        screen.step("Sending the sample reports");
        for (JsonNode report : Sample.reports()) {
            JsonNode sent = ingest.post("/reports", report).orTrouble("A sample report");
            String id = sent.path("id").asText();
            screen.line("    " + report.path("publishedAt").asText().substring(0, 10) + "  "
                    + report.path("publisher").asText() + ": "
                    + report.path("title").asText());
            Wait.until("the report to be read", Duration.ofSeconds(30), () -> ingest.get("/reports/" + id + "/claims")
                    .body()
                    .path("status")
                    .asText()
                    .equals("READ"));
        }
        Settled.await(stack, receiver, Duration.ofSeconds(60));
    }

    private void show(Receiver.Arrival arrival) {
        String signed =
                arrival.verified() ? "signature verified" : "signed with a secret that this receiver does not have";
        JsonNode change = arrival.event().path("data").path("change");
        switch (arrival.type()) {
            case "tocsin.verification" -> screen.step("<- the endpoint was asked for its consent and gave it");
            case "tocsin.ping" -> screen.step("<- test ping (" + signed + ")");
            default ->
                screen.step("<- "
                        + arrival.event()
                                .path("data")
                                .path("alert")
                                .path("message")
                                .asText()
                        + " " + change.path("kind").asText() + "  "
                        + change.path("place").path("name").asText() + ": "
                        + Words.control(change.path("before")) + " -> " + Words.control(change.path("after")) + "  ("
                        + signed + ", " + arrival.id() + ")");
        }
    }

    private void printControl(Stack stack) throws IOException {
        Api events = stack.api(stack.events(), "reader");
        screen.line("");
        screen.line("Who holds what, as reported:");
        for (String country : List.of("IQ", "SY")) {
            for (JsonNode control : events.get("/control?country=" + country)
                    .orTrouble("Control")
                    .path("items")) {
                screen.line(String.format(
                        "    %-14s %s, since %s",
                        control.path("place").path("name").asText(),
                        Words.control(control),
                        control.path("since").asText("-")));
            }
        }
    }

    private void addresses(Stack stack) {
        Map<String, String> lines = new LinkedHashMap<>();
        for (ServiceProcess service : stack.services()) {
            lines.put(service.name(), service.address() + "/q/swagger-ui");
        }
        long megabytes = stack.services().stream()
                        .mapToLong(ServiceProcess::residentBytes)
                        .sum()
                >> 20;
        screen.line("");
        screen.line("The API in a browser (Authorize with a token of deploy/local/data/tokens.env):");
        lines.forEach((name, address) -> screen.line(String.format("    %-15s %s", name, address)));
        screen.line("");
        screen.line("Logs are in deploy/local/data/logs. The three services use " + megabytes
                + " MB. Ctrl-C stops everything.");
    }
}
