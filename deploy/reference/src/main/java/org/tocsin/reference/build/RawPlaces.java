package org.tocsin.reference.build;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.tocsin.reference.Tsv;

/**
 * Reads the places: GeoNames' cities500 (19 tab-separated columns, https://download.geonames.org/export/dump/readme.txt), the places it lacks (our supplement
 * and those of a newer GeoNames), and further spellings.
 */
final class RawPlaces {

    private RawPlaces() {}

    /** All places in the order of their ids; supplements have negative ids. */
    static Collection<PlaceRow> read(Path raw) throws IOException {
        Map<Integer, PlaceRow> places = new TreeMap<>();
        try (InputStream file = Files.newInputStream(raw.resolve("cities500.txt.gz"));
                var lines = new BufferedReader(
                        new InputStreamReader(new GZIPInputStream(file, 1 << 16), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                PlaceRow place = geoNames(line.split("\t", -1));
                places.put(place.id(), place);
            }
        }
        for (String table : List.of("places-supplement.tsv", "places-recent.tsv")) {
            for (Tsv.Row row : Tsv.parse(Files.readString(raw.resolve(table)))) {
                PlaceRow place = supplement(row);
                if (places.put(place.id(), place) != null) {
                    throw new IOException("supplement id twice: " + row);
                }
            }
        }
        for (Tsv.Row row : Tsv.parse(Files.readString(raw.resolve("place-spellings.tsv")))) {
            PlaceRow place = places.get(number(row.text("id")));
            if (place == null) {
                throw new IOException("spellings of an unknown place: " + row);
            }
            PlaceRow named = place.named(row.text("name"), row.list("spellings"));
            for (String same : row.list("same")) {
                PlaceRow twin = places.remove(number(same));
                if (twin == null) {
                    throw new IOException("the same as a place that is unknown: " + row);
                }
                named = named.joined(twin);
            }
            places.put(place.id(), named);
        }
        return places.values();
    }

    private static PlaceRow geoNames(String[] cells) {
        Set<String> spellings = new LinkedHashSet<>(List.of(cells[1], cells[2]));
        for (String alternate : cells[3].split(",", -1)) {
            if (isSpelling(alternate)) {
                spellings.add(alternate);
            }
        }
        // Romanised names are shown without the marks of the scholarly romanisation.
        String name = Romanised.COUNTRIES.contains(cells[8]) ? cells[2] : cells[1];
        return new PlaceRow(
                Integer.parseInt(cells[0]),
                name.replace("`", "'"),
                spellings,
                Double.parseDouble(cells[4]),
                Double.parseDouble(cells[5]),
                cells[8],
                cells[10].isEmpty() || cells[10].equals("00") ? "" : cells[8] + "." + cells[10],
                cells[7],
                Integer.parseInt(cells[14]),
                cells[17],
                Set.of());
    }

    /**
     * Not every entry of the alternate names is a spelling in use: airport codes ("OSM" for Mosul) and machine romanisations of Chinese and others in all lower case
     * ("mo su er") are left out.
     */
    private static boolean isSpelling(String alternate) {
        boolean code = alternate.length() <= 4 && alternate.chars().allMatch(c -> c >= 'A' && c <= 'Z');
        boolean lowerCase = alternate.codePoints().anyMatch(Character::isLowerCase)
                && alternate.codePoints().noneMatch(c -> Character.isUpperCase(c) || Character.isTitleCase(c))
                && alternate.codePoints().filter(Character::isLetter).allMatch(RawPlaces::isLatinOrMark);
        return !alternate.isBlank() && !code && !lowerCase;
    }

    private static boolean isLatinOrMark(int codePoint) {
        var script = Character.UnicodeScript.of(codePoint);
        return script == Character.UnicodeScript.LATIN || script == Character.UnicodeScript.COMMON;
    }

    private static PlaceRow supplement(Tsv.Row row) {
        Set<String> spellings = new LinkedHashSet<>(List.of(row.text("name")));
        spellings.addAll(row.list("spellings"));
        return new PlaceRow(
                number(row.text("id")),
                row.text("name"),
                spellings,
                Double.parseDouble(row.text("latitude")),
                Double.parseDouble(row.text("longitude")),
                row.text("country"),
                row.text("admin1"),
                row.text("feature"),
                0,
                row.text("timeZone"),
                Set.of());
    }

    static int number(String id) {
        return id.startsWith("x") ? -Integer.parseInt(id.substring(1)) : Integer.parseInt(id);
    }
}
