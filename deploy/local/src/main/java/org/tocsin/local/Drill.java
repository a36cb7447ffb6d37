package org.tocsin.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code deploy/local/drill}: backup and restore as {@code docs/operations.md} tells them, tried on real data: first the database of events-service alone, then
 * the whole cluster of databases. Whatever does not come out as told there ends it as {@link Trouble}.
 */
public final class Drill {
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final int GONE = 410;

    /** Reports before and after the copy, in either half of the drill. */
    private static final int FEW = 8;

    private final Stack stack;
    private final Receiver receiver;
    private final Screen screen;
    private int sent;

    private Drill(Stack stack, Receiver receiver, Screen screen) {
        this.stack = stack;
        this.receiver = receiver;
        this.screen = screen;
    }

    /** Argument: the project's folder, where the packaged services lie. */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("tocsin-drill");
        run(Path.of(args[0]).toAbsolutePath().normalize(), folder, new Screen(System.out));
        Folders.delete(folder);
    }

    /** @param folder for data, logs and the backup; left as they are when something fails */
    static void run(Path root, Path folder, Screen screen) throws IOException {
        screen.step("Starting PostgreSQL and the three services");
        try (Stack stack = Stack.startedOnFreePorts(root, Files.createDirectories(folder.resolve("stack")));
                Receiver receiver = Receiver.listen(0, arrival -> {})) {
            Bell bell = Bell.subscribe(stack.api(stack.alerts(), "subscriber"), receiver.address());
            receiver.secret(bell.secret());
            bell.awaitActive(SOON);
            Drill drill = new Drill(stack, receiver, screen);
            drill.eventsAlone();
            drill.wholeCluster(folder.resolve("backup"));
        }
        screen.step("Everything came out as told in docs/operations.md");
    }

    private void eventsAlone() throws IOException {
        screen.step("Events-service alone: " + FEW + " reports, then a copy of its database");
        send(FEW);
        stack.events().stop();
        stack.postgres().keep("events");
        startEvents();
        screen.step(FEW + " more reports; then its database is lost, and the copy takes its place");
        send(FEW);
        Map<String, Set<String>> before = alertsByPlace();
        String cursor = cursor();
        stack.events().kill();
        stack.postgres().putBack("events");
        stack.postgres().run("events", "update feed set epoch = epoch + 1");
        startEvents();
        require(GONE == events().get("/changes?after=" + cursor).status(), "an old cursor must be answered with 410");
        screen.step("What ingest-service had delivered since the copy is sent again");
        stack.postgres().run("ingest", """
                insert into dispatch (report, revision, background) select id, revision, true from report where status = 'READ'
                on conflict do nothing
                """);
        stack.awaitDelivered(SOON);
        awaitFollowed(sent);
        require(before.equals(alertsByPlace()), "no alert may be new or missing: " + before + ", " + alertsByPlace());
        screen.step(
                "The old cursor gave 410, all " + sent + " changes are back under their ids, nobody was told twice");
    }

    private void wholeCluster(Path backup) throws IOException {
        screen.step("The whole cluster: " + FEW + " reports, then a backup while it runs");
        send(FEW);
        int saved = sent;
        Map<String, Set<String>> before = alertsByPlace();
        stack.postgres().backUp(backup);
        screen.step(FEW + " more reports; then all data are lost, and the backup takes their place");
        send(FEW);
        stack.services().forEach(ServiceProcess::kill);
        stack.postgres().restore(backup);
        stack.services().forEach(ServiceProcess::start);
        stack.services().forEach(service -> service.awaitReady(SOON));
        awaitFollowed(saved);
        screen.step("All of the backup is there; the reports after it come from their senders again");
        for (int i = 0; i < sent; i++) {
            post(i);
        }
        awaitFollowed(sent);
        Map<String, Set<String>> after = alertsByPlace();
        require(after.size() == sent, "each of " + sent + " cities must have rung: " + after.keySet());
        before.forEach((place, ids) ->
                require(ids.equals(after.get(place)), "what was in the backup must not ring anew: " + place));
        screen.step("All " + sent + " changes are told; what was in the backup was told once");
    }

    /** Sends reports of cities that were not yet sent, and returns when each has rung. */
    private void send(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            post(sent++);
        }
        awaitFollowed(sent);
    }

    private void post(int number) {
        Api ingest = stack.api(stack.ingest(), "reporter");
        Wait.until("the report to be accepted", SOON, () -> ingest.post("/reports", Takings.report(number))
                .orTrouble("The report")
                .has("id"));
    }

    /** Returns when so many changes ring, alerts-service has seen the whole feed, and every alert that it made has arrived. */
    private void awaitFollowed(int changes) {
        Wait.until(
                changes + " changes in the feed",
                SOON,
                () -> Settled.ringing(events()).size() == changes);
        Wait.until("alerts-service to see the whole feed", SOON, () -> cursor().equals(
                        stack.postgres().value("alerts", "select cursor from feed")));
        Settled.await(stack, receiver, SOON);
    }

    private void startEvents() {
        stack.events().start();
        stack.events().awaitReady(SOON);
    }

    private Api events() {
        return stack.api(stack.events(), "admin");
    }

    /** Where the feed ends. */
    private String cursor() throws IOException {
        JsonNode page = events().get("/changes?limit=1000").orTrouble("The feed of changes");
        while (!page.path("items").isEmpty()) {
            page = events().get("/changes?limit=1000&after=" + page.path("next").asText())
                    .orTrouble("The feed of changes");
        }
        return page.path("next").asText();
    }

    /** The webhook ids of what the receiver heard, by place. */
    private Map<String, Set<String>> alertsByPlace() {
        return receiver.alerts().stream()
                .collect(Collectors.groupingBy(
                        arrival -> arrival.event()
                                .path("data")
                                .path("change")
                                .path("place")
                                .path("id")
                                .asText(),
                        HashMap::new,
                        Collectors.mapping(Receiver.Arrival::id, Collectors.toCollection(HashSet::new))));
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new Trouble(what);
        }
    }
}
