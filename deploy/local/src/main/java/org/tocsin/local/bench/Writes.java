package org.tocsin.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.tocsin.local.Api;
import org.tocsin.local.EventsServices;
import org.tocsin.local.Json;
import org.tocsin.local.Trouble;

/** Writing to a place that has 10,000 events. */
final class Writes {
    private static final int EVENTS = 10_000;
    private static final int WARM_UP = 800;
    private static final int REPORTS = 500;
    private static final int BULK = 200;

    private final EventsServices services;
    private final Api api;
    private final Load load;
    private final Figures figures;

    Writes(EventsServices services, Load load, Figures figures) {
        this.services = services;
        this.api = services.api(0);
        this.load = load;
        this.figures = figures;
    }

    void measure() throws IOException, SQLException {
        load.at(0, EVENTS);
        figures.step("%,d events loaded on one place", EVENTS);
        figures.step("before its timeline is there: %s", puts(api, 1, () -> weighing(0)));
        puts(api, WARM_UP, () -> weighing(0));
        double before = changes();
        Duration processor = services.processorTime(0);
        Figures.Times times = puts(api, REPORTS, () -> weighing(0));
        figures.tell(
                "write: PUT of a report with one event on a place with 10,000 events, one at a time",
                times
                        + String.format(
                                ", %,.0f changes, %.1f ms of the service's processor time each",
                                changes() - before,
                                services.processorTime(0).minus(processor).toNanos() / 1e6 / REPORTS),
                "under 80 ms");
        bulk("200 reports of one event each", true);
        bulk("one report of 200 events", false);
    }

    private Told weighing(int place) {
        Told told = load.next(place);
        while (!told.weighs()) {
            told = load.next(place);
        }
        return told;
    }

    /** The times of {@code count} reports of one event each, sent one after the other. */
    static Figures.Times puts(Api api, int count, Supplier<Told> next) throws IOException {
        LongStream.Builder nanos = LongStream.builder();
        for (int i = 0; i < count; i++) {
            Told told = next.get();
            JsonNode says = told.says(told.report());
            long began = System.nanoTime();
            Api.Answer answer = api.put("/reports/" + told.report() + "/events", says);
            nanos.add(System.nanoTime() - began);
            requireStored(answer.orTrouble("A report"));
        }
        return new Figures.Times(nanos.build());
    }

    private static void requireStored(JsonNode result) {
        for (JsonNode item : result.path("items")) {
            if (!item.path("outcome").asText().equals("STORED")) {
                throw new Trouble("An event was not stored: " + item);
            }
        }
    }

    private void bulk(String what, boolean apart) throws IOException {
        ObjectNode body = Json.object();
        ObjectNode whole = weighing(0).head();
        for (int i = 0; i < BULK; i++) {
            Told told = weighing(0);
            if (apart) {
                body.withArray("reports").addObject().put("id", told.report()).set("says", told.says(told.report()));
            } else {
                // one publication for all, so what happened later than the publication is left to another day
                whole.withArray("events")
                        .add(told.claim("bench-bulk-1-0-" + i).put("occurredOn", earlier(whole, told)));
            }
        }
        if (!apart) {
            body.withArray("reports").addObject().put("id", "bench-bulk").set("says", whole);
        }
        double before = recomputations();
        long began = System.nanoTime();
        JsonNode answer = api.post("/events", body).orTrouble("The bulk");
        double millis = (System.nanoTime() - began) / 1e6;
        answer.path("items").forEach(Writes::requireStored);
        figures.tell(
                "write: bulk POST /events of " + what + " on that place",
                String.format("recomputed %.0f times, %.0f ms", recomputations() - before, millis),
                "once");
    }

    private static String earlier(ObjectNode says, Told told) {
        String published = says.path("report").path("publishedAt").asText().substring(0, 10);
        String on = told.on().toString();
        return on.compareTo(published) < 0 ? on : published;
    }

    private double recomputations() throws IOException {
        return services.metric(0, "tocsin_control_recomputed_seconds_count");
    }

    private double changes() throws IOException {
        return services.metric(0, "tocsin_change_made_total");
    }
}
