package org.tocsin.local.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.tocsin.reference.Place;
import org.tocsin.reference.Places;

/** A place of the gazetteer. */
record City(String id, String name, String country, double latitude, double longitude, long population) {

    /** The most populous places of the raw GeoNames file under the ids that the gazetteer has for them. */
    static List<City> mostPopulous(Path root, int count) throws IOException {
        Places places = Places.load();
        Map<String, City> cities = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(root.resolve("deploy/reference/raw/cities500.txt.gz"))),
                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                places.byId(line.substring(0, line.indexOf('\t')))
                        .ifPresent(place -> cities.putIfAbsent(place.id(), of(place)));
            }
        }
        return cities.values().stream()
                .sorted(Comparator.comparingLong(City::population).reversed().thenComparing(City::id))
                .limit(count)
                .toList();
    }

    private static City of(Place place) {
        return new City(
                place.id(), place.name(), place.country(), place.latitude(), place.longitude(), place.population());
    }

    String government() {
        return "government-of-" + country.toLowerCase(Locale.ROOT);
    }
}
