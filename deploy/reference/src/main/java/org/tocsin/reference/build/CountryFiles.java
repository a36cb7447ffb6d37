package org.tocsin.reference.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tocsin.reference.Tsv;

/** Joins GeoNames' countryInfo (neighbours, without the countries that are no more), the curated names and the capital's place into one table. */
final class CountryFiles {

    private static final int CODE = 0;
    private static final int NEIGHBOURS = 17;

    private CountryFiles() {}

    static void write(Path raw, List<PlaceRow> places, Path out) throws IOException {
        Map<String, List<String>> neighbours = new HashMap<>();
        for (String line : Files.readAllLines(raw.resolve("countryInfo.txt"))) {
            String[] cells = line.split("\t", -1);
            if (!line.startsWith("#") && cells.length > NEIGHBOURS) {
                neighbours.put(cells[CODE], List.of(cells[NEIGHBOURS].split(",", -1)));
            }
        }
        List<Tsv.Row> rows = Tsv.parse(Files.readString(raw.resolve("countries.tsv")));
        Set<String> codes = rows.stream().map(row -> row.text("code")).collect(Collectors.toSet());
        var table = new StringBuilder("code\tnames\tdemonyms\tcapital\tcapitals\tneighbours\n");
        for (Tsv.Row row : rows) {
            String code = row.text("code");
            table.append(String.join(
                            "\t",
                            code,
                            row.text("names"),
                            row.text("demonyms"),
                            capital(code, row.list("capitals"), places),
                            row.text("capitals"),
                            neighbours.getOrDefault(code, List.of()).stream()
                                    .filter(codes::contains)
                                    .collect(Collectors.joining(";"))))
                    .append('\n');
        }
        Files.writeString(out, table);
    }

    /** The seat of government: among GeoNames' capitals of the country the one of the first curated name, else the most populous. */
    private static String capital(String code, List<String> names, List<PlaceRow> places) {
        PlaceRow best = null;
        for (PlaceRow place : places) {
            boolean capital = place.country().equals(code) && place.feature().equals("PPLC");
            if (capital && (best == null || rank(place, names) > rank(best, names))) {
                best = place;
            }
        }
        return best == null ? "" : Integer.toString(best.id());
    }

    private static long rank(PlaceRow place, List<String> names) {
        boolean named = !names.isEmpty() && place.spellings().contains(names.get(0));
        return (named ? 1L << 40 : 0) + place.population();
    }
}
