package org.tocsin.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Reports of takings, denials and statements about a few cities, in a mixed order; some are taken back. */
final class Dispatches {
    /** Mosul, Tikrit, Ramadi, Fallujah, Kirkuk. */
    static final List<String> PLACES = List.of("99072", "90150", "95788", "95446", "94787");

    private static final int REPORTS = 600;
    private static final LocalDate FIRST = LocalDate.of(2014, 1, 1);

    private Dispatches() {}

    /**
     * One call.
     *
     * @param says the body of {@code PUT /reports/{id}/events}
     * @param stands whether its event is still said in the end
     */
    record Dispatch(String report, JsonNode says, boolean stands) {}

    static List<Dispatch> all() {
        Random random = new Random(7);
        List<Dispatch> dispatches = new ArrayList<>();
        List<Dispatch> retractions = new ArrayList<>();
        for (int i = 0; i < REPORTS; i++) {
            String report = "dispatch-" + i;
            String place = PLACES.get(random.nextInt(PLACES.size()));
            boolean takenBack = random.nextInt(8) == 0;
            LocalDate on = FIRST.plusDays(random.nextInt(1_500));
            dispatches.add(new Dispatch(report, says(report, place, on, random), !takenBack));
            if (takenBack) {
                retractions.add(new Dispatch(report, retraction(on), false));
            }
        }
        Collections.shuffle(dispatches, random);
        // each after its report
        dispatches.addAll(retractions);
        return dispatches;
    }

    private static JsonNode says(String report, String place, LocalDate on, Random random) {
        ObjectNode says = head(on, 1, "wire-" + random.nextInt(5));
        boolean rebels = random.nextBoolean();
        String actor = rebels ? "islamic-state" : "government-of-iq";
        int kind = random.nextInt(10);
        ObjectNode event = says.withArray("events").addObject();
        event.put("id", report + "-1-0-0")
                .put("type", kind < 6 ? "TERRITORY_SEIZED" : kind < 8 ? "TERRITORY_HELD" : "ARMED_CLASH")
                .put("stance", kind == 5 ? "DENIED" : "ASSERTED")
                .put("changesHands", kind < 5)
                .put("extent", "WHOLE")
                .put("confidence", 0.9);
        event.putObject("place").put("id", place);
        event.putObject("actor").put("id", actor).put("name", actor);
        event.putNull("target").putNull("claimant");
        event.put("occurredOn", on.toString()).put("datePrecision", "DAY");
        ObjectNode evidence = event.putObject("evidence").put("field", "text");
        evidence.putObject("sentence").put("start", 0).put("end", 8).put("text", "Made up.");
        evidence.putNull("trigger").putNull("place").putNull("actor");
        event.putArray("reasons");
        return says;
    }

    private static JsonNode retraction(LocalDate on) {
        return head(on, 2, "wire-0");
    }

    private static ObjectNode head(LocalDate on, int revision, @Nullable String publisher) {
        ObjectNode says = Json.object();
        says.putObject("report").put("publisher", publisher).put("publishedAt", on + "T12:00:00Z");
        says.put("revision", revision).put("readerVersion", "test").put("live", true);
        says.putArray("events");
        return says;
    }
}
