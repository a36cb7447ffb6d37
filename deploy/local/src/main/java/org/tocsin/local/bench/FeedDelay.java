package org.tocsin.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.tocsin.local.Api;
import org.tocsin.local.Wait;

/** From an event to its change in the hands of a reader of the feed, which long-polls: 20 reports a second, each of a city that changes hands. */
final class FeedDelay {
    private static final int WARM_UP = 600;
    private static final int REPORTS = 500;
    private static final long PACE = 50_000_000L;

    private final Api api;
    private final List<City> cities;
    private final Figures figures;
    private final Map<String, Long> seen = new ConcurrentHashMap<>();
    private final AtomicBoolean over = new AtomicBoolean();

    /** @param cities of which nothing is known yet */
    FeedDelay(Api api, List<City> cities, Figures figures) {
        this.api = api;
        this.cities = cities;
        this.figures = figures;
    }

    void measure() throws IOException {
        String start =
                api.get("/changes?after=now").orTrouble("The feed").path("next").asText();
        Thread reader = new Thread(() -> read(start), "reader");
        reader.setDaemon(true);
        reader.start();
        long[] sent = new long[REPORTS];
        long[] stored = new long[REPORTS];
        long next = System.nanoTime();
        for (int i = -WARM_UP; i < REPORTS; i++) {
            Told told = Told.taking(cities.get(WARM_UP + i), "bench-feed-" + i, LocalDate.of(2024, 5, 1));
            for (long left = next - System.nanoTime(); left > 0; left = next - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            long began = System.nanoTime();
            api.put("/reports/" + told.report() + "/events", told.says(told.report()))
                    .orTrouble("A report");
            if (i >= 0) {
                sent[i] = began;
                stored[i] = System.nanoTime();
            }
            next += PACE;
        }
        Wait.until("the last change", Duration.ofSeconds(30), () -> seen.size() >= WARM_UP + REPORTS);
        over.set(true);
        figures.tell(
                "feed: from sending PUT /reports/{id}/events to its change with a long-polling reader, 20 a second",
                after(sent).toString(),
                "p99 under 50 ms");
        figures.tell(
                "feed: the same from the answer of the PUT (0 where the change came first)",
                after(stored).toString(),
                "p99 under 50 ms");
    }

    private Figures.Times after(long[] times) {
        return new Figures.Times(java.util.stream.IntStream.range(0, REPORTS)
                .mapToLong(
                        i -> Math.max(0, seen.getOrDefault("bench-feed-" + i + "-1-0-0", Long.MAX_VALUE) - times[i])));
    }

    private void read(String start) {
        String cursor = start;
        while (!over.get()) {
            try {
                JsonNode page =
                        api.get("/changes?wait=30&limit=1000&after=" + cursor).orTrouble("The feed");
                long now = System.nanoTime();
                page.path("items")
                        .forEach(change ->
                                seen.putIfAbsent(change.path("cause").path("id").asText(), now));
                cursor = page.path("next").asText();
            } catch (IOException e) {
                figures.step("the reader failed: %s", e);
            }
        }
    }
}
