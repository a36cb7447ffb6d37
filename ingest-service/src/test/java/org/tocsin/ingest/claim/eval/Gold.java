package org.tocsin.ingest.claim.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What people read in a sentence, as a line of an evaluation file says it. The file's form is told at {@link EvaluateSentences}. */
record Gold(
        String id, String text, Instant publishedAt, boolean changesHands, boolean cityNamed, List<Reading> readings) {
    private static final Set<String> MOVES = Set.of("seizure", "recapture", "withdrawal");
    private static final LocalDate UNDATED = LocalDate.of(2020, 1, 1);

    /** One thing that was read. Empty texts where the file has null. */
    record Reading(
            String type,
            String city,
            String country,
            String placeId,
            String actor,
            String day,
            String claim,
            String extent) {
        boolean moves() {
            return MOVES.contains(type) && !extent.equals("facility") && !extent.equals("part") && tellsFact();
        }

        boolean tellsFact() {
            return claim.equals("asserted") || claim.startsWith("claimed_by");
        }

        boolean inSomebodysMouth() {
            return claim.startsWith("claimed_by") || claim.startsWith("denied_by");
        }
    }

    /** The lines of the file but those that the readers could not agree on. */
    static List<Gold> of(Path file) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<Gold> rows = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode row = line.isBlank() ? json.createObjectNode() : json.readTree(line);
            if (row.has("text") && !row.path("ambiguous").asBoolean(false)) {
                rows.add(of(row));
            }
        }
        return rows;
    }

    static Gold of(JsonNode row) {
        List<Reading> readings = new ArrayList<>();
        for (JsonNode gold : row.path("gold")) {
            readings.add(new Reading(
                    text(gold, "type"),
                    text(gold, "city"),
                    text(gold, "country"),
                    readings.isEmpty() ? text(row, "place_id") : "",
                    text(gold, "actor"),
                    text(gold, "event_date"),
                    text(gold, "claim"),
                    text(gold, "extent")));
        }
        return new Gold(
                text(row, "id"),
                text(row, "text"),
                publishedAt(text(row, "published_date")),
                row.path("changes_hands").asBoolean(),
                row.path("city_named").asBoolean(true),
                readings);
    }

    /** The evening of the day; the middle of the month, or a day of no meaning, where no more is known. */
    static Instant publishedAt(String date) {
        LocalDate day = UNDATED;
        if (date.matches("\\d{4}-\\d\\d-\\d\\d.*")) {
            day = LocalDate.parse(date.substring(0, 10));
        } else if (date.matches("\\d{4}-\\d\\d")) {
            day = LocalDate.parse(date + "-15");
        } else if (date.matches("\\d\\d?/\\d\\d?/\\d{4}")) {
            day = LocalDate.parse(date, DateTimeFormatter.ofPattern("M/d/yyyy", Locale.ROOT));
        }
        return day.atTime(18, 0).toInstant(ZoneOffset.UTC);
    }

    static String text(JsonNode node, String field) {
        return node.path(field).isNull() ? "" : node.path(field).asText("");
    }
}
