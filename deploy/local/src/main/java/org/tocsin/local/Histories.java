package org.tocsin.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code deploy/local/histories}: the reports of known histories in, the timelines out, and how far they agree. */
public final class Histories {
    private static final Duration READ = Duration.ofMinutes(5);

    private Histories() {}

    /** Arguments: the project's folder, then files of histories; all of {@code docs/histories} without any. */
    public static void main(String[] args) throws IOException {
        Path root = Path.of(args[0]).toAbsolutePath().normalize();
        List<Path> files =
                args.length > 1 ? Stream.of(args).skip(1).map(Path::of).toList() : files(root);
        Path folder = Files.createTempDirectory("tocsin-histories");
        boolean right = true;
        try (Stack stack = Stack.startedOnFreePorts(root, folder)) {
            for (Map.Entry<String, HistoryCheck> city : checked(stack, files).entrySet()) {
                HistoryCheck check = city.getValue();
                System.out.printf(
                        "| %s | %d of %d | %d |%n", city.getKey(), check.found(), check.changes(), check.daysOff());
                check.faults().forEach(fault -> System.out.println("    " + fault));
                check.contests().forEach(contest -> System.out.println("    beside it: " + contest));
                right &= check.faults().isEmpty();
            }
        }
        System.exit(right ? 0 : 1);
    }

    static List<Path> files(Path root) throws IOException {
        try (Stream<Path> all = Files.list(root.resolve("docs/histories"))) {
            return all.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    /** Sends the reports of all histories, which do not ring, and compares what is then believed. */
    static Map<String, HistoryCheck> checked(Stack stack, List<Path> files) throws IOException {
        List<History> histories = new ArrayList<>();
        List<JsonNode> reports = new ArrayList<>();
        for (Path file : files) {
            History history = History.read(file);
            histories.add(history);
            reports.addAll(history.reports());
        }
        Api ingest = stack.api(stack.ingest(), "reporter");
        String lines = reports.stream().map(JsonNode::toString).collect(Collectors.joining("\n"));
        ingest.post("/reports?live=false", "application/x-ndjson", lines);
        Api reader = stack.api(stack.ingest(), "reader");
        Wait.until("the reports to be read", READ, () -> reader.get("/reports?status=PENDING&limit=1")
                .orTrouble("The list of reports")
                .path("items")
                .isEmpty());
        stack.awaitDelivered(READ);
        Api events = stack.api(stack.events(), "reader");
        Map<String, HistoryCheck> checks = new TreeMap<>();
        for (History history : histories) {
            JsonNode timeline =
                    events.get("/places/" + history.place() + "/timeline").orTrouble("The timeline");
            checks.put(history.city(), HistoryCheck.of(history, timeline));
        }
        return checks;
    }
}
