package org.tocsin.ingest.claim.eval;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tocsin.ingest.claim.eval.GoldToponyms.Toponym;
import org.tocsin.ingest.claim.lexicon.Triggers;
import org.tocsin.ingest.claim.lexicon.WordLists;
import org.tocsin.ingest.claim.mention.Mentions;
import org.tocsin.ingest.claim.mention.NamedPlace;
import org.tocsin.ingest.claim.mention.Names;
import org.tocsin.ingest.claim.mention.Surroundings;
import org.tocsin.ingest.claim.text.Tokens;
import org.tocsin.reference.Actors;
import org.tocsin.reference.Countries;
import org.tocsin.reference.Place;
import org.tocsin.reference.Places;

/**
 * Finds the populated places that articles name, in the way that the reader does, and compares them with those that people found: {@code EvaluatePlaces <file>
 * [--quiet] [--part looked|kept]}.
 *
 * <p>The file has the form of TR-News and LGL. A gold name of GeoNames' class P is found when a place overlaps it; it is right within 161 km (100 miles). A place that
 * is no gold name of class P is wrong for the strict precision; for the lenient one it is right if it stands on any gold name (a province, a district).
 * {@code --part looked} takes the articles whose id modulo 5 is below 3: only their errors were looked at; {@code --part kept} the others, without errors.
 */
public final class EvaluatePlaces {
    private static final double NEAR_KM = 161;
    private static final int PARTS = 5;
    private static final int LOOKED_AT = 3;

    private final Names names;
    private final Actors actors;
    private final Tally recall = new Tally("populated places found (recall)");
    private final Tally near = new Tally("within 161 km, of those found");
    private final Tally end = new Tally("found and within 161 km, of all");
    private final Tally precision = new Tally("places that are gold populated places");
    private final Tally lenient = new Tally("places that are any gold place name");
    private final Tally articleNear = new Tally("within 161 km, mean of articles over 0.8");
    private final Map<String, Integer> kinds = new TreeMap<>();
    private final List<String> errors = new ArrayList<>();

    private EvaluatePlaces() {
        Countries countries = Countries.load();
        actors = Actors.load(countries);
        names = new Names(Places.load(), countries, actors, Triggers.load(), WordLists.cues(), WordLists.parties());
    }

    public static void main(String[] args) throws IOException {
        if (args.length < 1) {
            System.err.println("usage: EvaluatePlaces <file> [--quiet] [--part looked|kept]");
            System.exit(2);
        }
        List<String> options = List.of(args);
        boolean quiet = options.contains("--quiet");
        String part = options.contains("--part") ? options.get(options.indexOf("--part") + 1) : "all";
        EvaluatePlaces evaluation = new EvaluatePlaces();
        for (GoldToponyms article : GoldToponyms.of(Path.of(args[0]))) {
            boolean looked = article.id() % PARTS < LOOKED_AT;
            if (part.equals("all") || part.equals("looked") == looked) {
                evaluation.add(article);
            }
        }
        evaluation.print(quiet || part.equals("kept"));
    }

    private void add(GoldToponyms article) {
        List<NamedPlace> found = placesOf(article);
        int there = 0;
        int right = 0;
        for (Toponym gold : article.toponyms()) {
            if (gold.populated()) {
                NamedPlace place = found.stream()
                        .filter(candidate -> overlaps(candidate, gold))
                        .findFirst()
                        .orElse(null);
                boolean close = place != null && kilometres(place.place(), gold) <= NEAR_KM;
                recall.add(place != null);
                end.add(close);
                if (place == null) {
                    error(article, "missed", gold.start(), gold.end(), gold.place());
                } else {
                    there++;
                    right += close ? 1 : 0;
                    if (!near.add(close)) {
                        error(
                                article,
                                "elsewhere",
                                gold.start(),
                                gold.end(),
                                "not " + shown(place.place()) + " but " + gold.place() + " " + gold.latitude() + " "
                                        + gold.longitude());
                    }
                }
            }
        }
        if (there > 0) {
            articleNear.add(right / (double) there >= 0.8);
        }
        for (NamedPlace place : found) {
            boolean any = article.toponyms().stream().anyMatch(gold -> overlaps(place, gold));
            boolean populated = article.toponyms().stream().anyMatch(gold -> gold.populated() && overlaps(place, gold));
            lenient.add(any);
            if (!precision.add(populated)) {
                error(
                        article,
                        any ? "of another class" : "no place name",
                        place.start(),
                        place.end(),
                        shown(place.place()));
            }
        }
    }

    /** As {@code ClaimReader} does. */
    private List<NamedPlace> placesOf(GoldToponyms article) {
        Mentions title = names.in(article.title(), Tokens.of(article.title()));
        Mentions body = names.in(article.text(), Tokens.of(article.text()));
        Surroundings report = new Surroundings(actors);
        report.add(title);
        report.add(body);
        return body.supportedBy(report).places().stream()
                .filter(place -> place.role() != NamedPlace.Role.AREA)
                .toList();
    }

    private static boolean overlaps(NamedPlace place, Toponym gold) {
        return place.start() < gold.end() && gold.start() < place.end();
    }

    private void error(GoldToponyms article, String kind, int start, int end, String what) {
        kinds.merge(kind, 1, Integer::sum);
        String text = article.text();
        String context = text.substring(Math.max(0, start - 50), start)
                + "[" + text.substring(start, Math.min(end, text.length())) + "]"
                + text.substring(Math.min(end, text.length()), Math.min(text.length(), end + 40));
        errors.add(String.format("%-16s %d %s | %s", kind, article.id(), context.replaceAll("\\s+", " "), what));
    }

    private static String shown(Place place) {
        return place.name() + " " + place.country() + " " + place.admin1() + " " + place.population();
    }

    private static double kilometres(Place place, Toponym gold) {
        double north = Math.toRadians(place.latitude() - gold.latitude());
        double east = Math.toRadians(place.longitude() - gold.longitude());
        double a = Math.pow(Math.sin(north / 2), 2)
                + Math.cos(Math.toRadians(place.latitude()))
                        * Math.cos(Math.toRadians(gold.latitude()))
                        * Math.pow(Math.sin(east / 2), 2);
        return 2 * 6371 * Math.asin(Math.sqrt(a));
    }

    private void print(boolean quiet) {
        if (!quiet) {
            errors.stream().sorted().forEach(System.out::println);
        }
        List.of(recall, near, end, precision, lenient, articleNear).forEach(System.out::println);
        System.out.println(String.format(Locale.ROOT, "errors: %s", kinds));
    }
}
