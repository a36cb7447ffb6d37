package org.tocsin.ingest.claim.eval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sentences of our own table ({@code sentences.txt}, whose form is told at its top) as labelled sentences; its titles are left out. */
final class TableRows {
    private static final Pattern CHANGE = Pattern.compile("> (?<place>.+?)(?: by .*| on \\d{4}-.*| claimed.*)?");

    private TableRows() {}

    static List<Gold> of(Path file) throws IOException {
        List<Gold> rows = new ArrayList<>();
        Instant publishedAt = Instant.EPOCH;
        String sentence = "";
        List<String> places = new ArrayList<>();
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.add("");
        for (String line : lines) {
            Matcher change = CHANGE.matcher(line);
            if (line.startsWith("@ ")) {
                publishedAt = Instant.parse(line.substring(2));
            } else if (change.matches()) {
                places.add(change.group("place"));
            } else if (!line.startsWith("+ ")) {
                if (!places.isEmpty() && !sentence.startsWith("TITLE:")) {
                    rows.add(row(file.getFileName() + " " + rows.size(), sentence, publishedAt, places));
                }
                places.clear();
                sentence = line;
            }
        }
        return rows;
    }

    private static Gold row(String id, String sentence, Instant publishedAt, List<String> places) {
        List<Gold.Reading> readings = places.stream()
                .filter(place -> !place.equals("none"))
                .map(place ->
                        new Gold.Reading("seizure", place.equals("-") ? "" : place, "", "", "", "", "asserted", "full"))
                .toList();
        return new Gold(id, sentence, publishedAt, !readings.isEmpty(), true, readings);
    }
}
