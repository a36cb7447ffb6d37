package org.tocsin.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tocsin.local.History.Row;

/**
 * Compares a timeline that Tocsin tells with the known history.
 *
 * @param changes how many changes of hands the history has
 * @param found how many of them the timeline has, at most the tolerated days off
 * @param daysOff how far off the one that is furthest is
 * @param faults changes of hands that are missing, early, late or invented, and contests that are missing, in words
 * @param contests contests that the timeline has beside those of the history
 */
record HistoryCheck(int changes, int found, int daysOff, List<String> faults, List<String> contests) {

    /** @param timeline the answer of {@code GET /places/{id}/timeline} */
    static HistoryCheck of(History history, JsonNode timeline) {
        List<Row> told = rows(timeline);
        String baseline = "government-of-" + history.country().toLowerCase(java.util.Locale.ROOT);
        List<Row> wanted = holders(history.states(), baseline);
        List<Row> got = holders(told, baseline);
        List<String> faults = new ArrayList<>();
        int found = 0;
        int off = 0;
        List<Row> left = new ArrayList<>(got);
        for (Row change : wanted) {
            Row match = left.stream()
                    .filter(row -> row.who().equals(change.who()) && daysBetween(row, change) <= change.tolerance())
                    .findFirst()
                    .orElse(null);
            if (match == null) {
                faults.add("missing: " + change.inWords());
            } else {
                found++;
                off = Math.max(off, daysBetween(match, change));
                left.remove(match);
            }
        }
        left.forEach(row -> faults.add("invented: " + row.inWords()));
        for (Row row : history.states()) {
            if (row.contested() && told.stream().noneMatch(other -> meets(other, row))) {
                faults.add("missing: " + row.inWords());
            }
        }
        List<String> beside = told.stream()
                .filter(Row::contested)
                .filter(row -> history.states().stream().noneMatch(known -> known.contested() && meets(row, known)))
                .map(Row::inWords)
                .toList();
        return new HistoryCheck(wanted.size(), found, off, List.copyOf(faults), beside);
    }

    /** A contest may name more parties than the history does, and begin within the tolerance. */
    private static boolean meets(Row told, Row known) {
        return told.contested() && told.who().containsAll(known.who()) && daysBetween(told, known) <= known.tolerance();
    }

    private static int daysBetween(Row one, Row other) {
        return (int) Math.abs(ChronoUnit.DAYS.between(one.from(), other.from()));
    }

    /** The changes of hands: from one holder to another, or to nobody known; what lay between does not count. */
    private static List<Row> holders(List<Row> states, String baseline) {
        List<Row> changes = new ArrayList<>();
        Set<String> holder = Set.of(baseline);
        for (Row row : states) {
            if (!row.contested() && !row.who().equals(holder)) {
                changes.add(row);
                holder = row.who();
            }
        }
        return changes;
    }

    private static List<Row> rows(JsonNode timeline) {
        List<Row> rows = new ArrayList<>();
        for (JsonNode item : timeline.path("items")) {
            JsonNode control = item.path("control");
            Set<String> who = new TreeSet<>();
            control.path("parties").forEach(party -> who.add(name(party.path("actor"))));
            if (control.path("state").asText().equals("HELD")) {
                who.clear();
                who.add(name(control.path("holder")));
            }
            Row row = new Row(
                    item.path("from").isNull()
                            ? LocalDate.of(1, 1, 1)
                            : LocalDate.parse(item.path("from").asText()),
                    control.path("state").asText(),
                    who,
                    0);
            if (!item.path("from").isNull()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static String name(JsonNode actor) {
        return actor.path("id").isNull()
                ? "~" + actor.path("name").asText()
                : actor.path("id").asText();
    }
}
