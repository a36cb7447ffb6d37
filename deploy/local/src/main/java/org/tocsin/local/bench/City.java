package org.tocsin.local.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** A place of the gazetteer. */
record City(String id, String name, String country, double latitude, double longitude, long population) {

    /** The most populous places of the raw GeoNames file. */
    static List<City> mostPopulous(Path root, int count) throws IOException {
        List<City> cities = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(root.resolve("deploy/reference/raw/cities500.txt.gz"))),
                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] column = line.split("\t", -1);
                cities.add(new City(
                        column[0],
                        column[1],
                        column[8],
                        Double.parseDouble(column[4]),
                        Double.parseDouble(column[5]),
                        Long.parseLong(column[14])));
            }
        }
        cities.sort(Comparator.comparingLong(City::population).reversed().thenComparing(City::id));
        return List.copyOf(cities.subList(0, count));
    }

    String government() {
        return "government-of-" + country.toLowerCase(Locale.ROOT);
    }
}
