package org.tocsin.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two processes of events-service on one database, both written to and both read at once; one dies in the middle and comes back. No change may be lost,
 * doubled or skipped, and what the changes add up to must be what the timelines tell.
 */
class ReplicasIT {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final int SENDERS = 6;

    @TempDir
    Path folder;

    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void noChangeIsLostDoubledOrSkippedWithTwoReplicasOfWhichOneDies() throws Exception {
        try (EventsServices replicas = EventsServices.started(ROOT, folder, 2, EventsServices.light())) {
            List<Dispatches.Dispatch> dispatches = Dispatches.all();
            List<FeedReader> readers = List.of(FeedReader.of(replicas.api(0), 100), FeedReader.of(replicas.api(1), 7));
            AtomicInteger sent = new AtomicInteger();
            ExecutorService threads = Executors.newFixedThreadPool(SENDERS);
            List<Future<?>> senders = new ArrayList<>();
            for (int i = 0; i < SENDERS; i++) {
                int sender = i;
                senders.add(threads.submit(() -> sendShare(replicas, dispatches, sender, sent)));
            }
            awaitSent(sent, dispatches.size() / 3);
            replicas.kill(1);
            awaitSent(sent, dispatches.size() * 2 / 3);
            replicas.restart(1);
            for (Future<?> sender : senders) {
                sender.get(1, TimeUnit.MINUTES);
            }
            threads.shutdown();
            everybodySawTheSame(replicas, readers);
            theTablesHoldWhatWasSent(replicas, dispatches, readers.get(0).changes());
            theChangesAddUpToTheTimelines(replicas, readers.get(0).changes());
        }
    }

    /** Sends its share of the reports, to the replicas in turn, and again, to the other, until it is taken. */
    private static void sendShare(
            EventsServices replicas, List<Dispatches.Dispatch> dispatches, int sender, AtomicInteger sent) {
        AtomicInteger turn = new AtomicInteger(sender);
        for (Dispatches.Dispatch dispatch : dispatches) {
            // all that is sent of one report comes from one sender, as from ingest-service
            if (Math.floorMod(dispatch.report().hashCode(), SENDERS) == sender) {
                Wait.until("report " + dispatch.report() + " to be taken", Duration.ofMinutes(1), () -> replicas.api(
                                turn.getAndIncrement() % 2)
                        .put("/reports/" + dispatch.report() + "/events", dispatch.says())
                        .orTrouble("The report")
                        .has("items"));
                sent.incrementAndGet();
            }
        }
    }

    private static void awaitSent(AtomicInteger sent, int count) {
        Wait.until(count + " reports to be sent", Duration.ofMinutes(1), () -> sent.get() >= count);
    }

    private static void everybodySawTheSame(EventsServices replicas, List<FeedReader> readers)
            throws IOException, InterruptedException {
        String end =
                replicas.api(0).get("/changes?after=now").body().path("next").asText();
        for (FeedReader reader : readers) {
            reader.stopAt(end);
        }
        List<String> first = readers.get(0).ids();
        assertEquals(first, readers.get(1).ids(), "both readers see the same order");
        assertEquals(first.size(), new HashSet<>(first).size(), "no change is there twice");
        FeedReader again = FeedReader.of(replicas.api(1), 1000);
        again.stopAt(end);
        assertEquals(first, again.ids(), "who reads it later reads what they read");
        assertTrue(first.size() > 300, "there was something to see: " + first.size());
    }

    private static void theTablesHoldWhatWasSent(
            EventsServices replicas, List<Dispatches.Dispatch> dispatches, List<JsonNode> seen) throws SQLException {
        assertEquals(seen.size(), number(replicas, "select count(*) from change"));
        assertEquals(seen.size(), number(replicas, "select last from feed"), "the cursor counts without a gap");
        assertEquals(
                dispatches.stream().filter(Dispatches.Dispatch::stands).count(),
                number(replicas, "select count(*) from event where withdrawn_at is null"));
        assertEquals(
                dispatches.stream().map(Dispatches.Dispatch::report).distinct().count(),
                number(replicas, "select count(*) from event"));
    }

    private static long number(EventsServices replicas, String query) throws SQLException {
        try (Connection connection = replicas.database();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void theChangesAddUpToTheTimelines(EventsServices replicas, List<JsonNode> changes)
            throws IOException {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        for (String place : Dispatches.PLACES) {
            JsonNode believed =
                    replicas.api(0).get("/places/" + place + "/timeline").orTrouble("The timeline");
            JsonNode computed = replicas.api(1)
                    .get("/places/" + place + "/timeline?knownAt=" + now)
                    .orTrouble("The timeline from what is recorded");
            assertEquals(computed, believed, "the timeline kept is the one that follows from the events");
            assertEquals(
                    Standing.told(believed), Standing.of(changes, place), "what stands of all changes at " + place);
        }
    }
}
