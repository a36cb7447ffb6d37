package org.tocsin.local.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.tocsin.local.Api;
import org.tocsin.local.EventsServices;

/** What one event costs as the total grows: a report with one event on a random place, at totals from nothing to a million. */
final class Growth {
    private static final int[] TOTALS = {0, 50_000, 100_000, 200_000, 400_000, 600_000, 800_000, 1_000_000};
    private static final int FIRST_WARM_UP = 2_000;
    private static final int WARM_UP = 300;
    private static final int REPORTS = 1_000;

    private final EventsServices services;
    private final Api api;
    private final Load load;
    private final int places;
    private final Figures figures;
    private final Random random = new Random(5);

    /** @param places how many there are */
    Growth(EventsServices services, Load load, int places, Figures figures) {
        this.services = services;
        this.api = services.api(0);
        this.load = load;
        this.places = places;
        this.figures = figures;
    }

    /** @param plot where the picture is written */
    void measure(Path plot) throws IOException, SQLException {
        Writes.puts(api, FIRST_WARM_UP, this::anywhere);
        List<Plot.Point> p50 = new ArrayList<>();
        List<Plot.Point> p99 = new ArrayList<>();
        for (int total : TOTALS) {
            if (load.total() < total) {
                load.upTo(total);
                Rebuild.everything(api);
            }
            Writes.puts(api, WARM_UP, this::anywhere);
            Duration processor = services.processorTime(0);
            Figures.Times times = Writes.puts(api, REPORTS, this::anywhere);
            double each = services.processorTime(0).minus(processor).toNanos() / 1e6 / REPORTS;
            p50.add(new Plot.Point(total, times.millis(0.5)));
            p99.add(new Plot.Point(total, times.millis(0.99)));
            figures.tell(
                    String.format(
                            "growth: PUT of one event on a random place of 20,000 with %,9d events in all", total),
                    times
                            + String.format(
                                    ", mean %.1f ms, %.1f ms of the service's processor time each",
                                    times.meanMillis(), each),
                    "flat");
        }
        Files.writeString(plot, Plot.of("Events in all", "ms", List.of(p50, p99), List.of("p50", "p99")));
        figures.step("%s written", plot);
    }

    private Told anywhere() {
        return load.next(random.nextInt(places));
    }
}
