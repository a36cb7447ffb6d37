package org.tocsin.ingest.claim.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.claim.Claim;
import org.tocsin.ingest.claim.PlaceName;
import org.tocsin.ingest.claim.Stance;
import org.tocsin.ingest.claim.Text;
import org.tocsin.ingest.claim.reader.ClaimReader;
import org.tocsin.reference.Actors;
import org.tocsin.reference.Countries;
import org.tocsin.reference.Place;
import org.tocsin.reference.Places;

/**
 * Reads each sentence of a file alone and compares with what people read in it.
 *
 * <p>The file has one JSON object a line: {@code {id, published_date, text, changes_hands, gold: [{type, city, country, actor, event_date, claim,
 * extent}], ambiguous?}}. Prints precision, recall and F1 of "did a place change hands", the share of right places, stances and dates, and each error.
 */
public final class Evaluate {
    private static final double NEAR_KM = 10;

    private final ClaimReader reader;
    private final Places places;
    private int hits;
    private int falseAlarms;
    private int misses;
    private int correctRejections;
    private int placesAsked;
    private int placesRight;
    private int attributed;
    private int attributedAsAsserted;
    private final List<String> errors = new ArrayList<>();

    private Evaluate(ClaimReader reader, Places places) {
        this.reader = reader;
        this.places = places;
    }

    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            System.err.println("usage: Evaluate <file of JSON lines>");
            System.exit(2);
        }
        Places places = Places.load();
        Countries countries = Countries.load();
        Evaluate evaluate = new Evaluate(new ClaimReader(places, countries, Actors.load(countries)), places);
        ObjectMapper json = new ObjectMapper();
        for (String line : Files.readAllLines(Path.of(args[0]))) {
            JsonNode row = json.readTree(line);
            if (!row.path("ambiguous").asBoolean(false)) {
                evaluate.add(row);
            }
        }
        evaluate.print();
    }

    private void add(JsonNode row) {
        List<Claim> claims = reader.read(new Text("", row.get("text").asText(), publishedAt(row)))
                .claims();
        boolean expected = row.get("changes_hands").asBoolean();
        boolean found = claims.stream().anyMatch(Claim::changesHands);
        if (expected && found) {
            hits++;
            comparePlaces(row, claims);
        } else if (expected) {
            misses++;
        } else if (found) {
            falseAlarms++;
        } else {
            correctRejections++;
        }
        if (expected != found) {
            errors.add((expected ? "MISS  " : "FALSE ") + row.get("id").asText() + " "
                    + row.get("text").asText() + shown(claims));
        }
        compareStances(row, claims);
    }

    private void comparePlaces(JsonNode row, List<Claim> claims) {
        for (JsonNode gold : row.get("gold")) {
            String city = gold.path("city").asText("");
            boolean moves = List.of("seizure", "recapture", "withdrawal")
                    .contains(gold.path("type").asText());
            if (city.isEmpty()
                    || city.equals("null")
                    || !moves
                    || !row.path("city_named").asBoolean(true)) {
                continue;
            }
            placesAsked++;
            boolean right = claims.stream()
                    .filter(Claim::changesHands)
                    .anyMatch(claim ->
                            isPlace(claim.place(), city, gold.path("country").asText()));
            placesRight += right ? 1 : 0;
            if (!right) {
                errors.add("PLACE " + row.get("id").asText() + " " + city + ": "
                        + row.get("text").asText() + shown(claims));
            }
        }
    }

    /** Is it one of the places of that name in that country, or near one? */
    private boolean isPlace(@Nullable PlaceName place, String city, String country) {
        if (place == null) {
            return false;
        }
        return places.named(city).stream()
                .filter(known -> known.country().equals(country))
                .anyMatch(known -> known.id().equals(place.id()) || kilometres(known, place) < NEAR_KM);
    }

    private static double kilometres(Place a, PlaceName b) {
        double north = Math.toRadians(a.latitude() - b.latitude());
        double east = Math.toRadians(a.longitude() - b.longitude()) * Math.cos(Math.toRadians(a.latitude()));
        return 6371 * Math.sqrt(north * north + east * east);
    }

    private void compareStances(JsonNode row, List<Claim> claims) {
        String claim = row.path("gold").path(0).path("claim").asText("");
        if (!claim.startsWith("claimed_by") && !claim.startsWith("denied_by")) {
            return;
        }
        attributed++;
        boolean asserted =
                claims.stream().anyMatch(one -> one.type().movesControl() && one.stance() == Stance.ASSERTED);
        if (asserted) {
            attributedAsAsserted++;
            errors.add("VOICE " + row.get("id").asText() + " " + claim + ": "
                    + row.get("text").asText() + shown(claims));
        }
    }

    private static String shown(List<Claim> claims) {
        StringBuilder out = new StringBuilder();
        for (Claim claim : claims) {
            out.append("\n        ")
                    .append(claim.type())
                    .append(' ')
                    .append(claim.stance())
                    .append(claim.changesHands() ? " CHANGES " : " ");
            out.append(claim.extent())
                    .append(' ')
                    .append(claim.place() == null ? "-" : claim.place().name());
            out.append(" actor=")
                    .append(claim.actor() == null ? "-" : claim.actor().name());
            out.append(' ').append(claim.occurredOn()).append(' ').append(claim.reasons());
        }
        return out.toString();
    }

    private static Instant publishedAt(JsonNode row) {
        String date = row.path("published_date").asText("");
        LocalDate day =
                switch (date.length()) {
                    case 10 -> LocalDate.parse(date);
                    case 7 -> LocalDate.parse(date + "-15");
                    default -> LocalDate.of(2020, 1, 1);
                };
        return day.atTime(18, 0).toInstant(ZoneOffset.UTC);
    }

    private void print() {
        errors.forEach(System.out::println);
        double precision = hits == 0 ? 0 : hits / (double) (hits + falseAlarms);
        double recall = hits == 0 ? 0 : hits / (double) (hits + misses);
        double f1 = hits == 0 ? 0 : 2 * precision * recall / (precision + recall);
        System.out.printf(
                Locale.ROOT,
                "changes hands: precision %.3f recall %.3f F1 %.3f (%d hits, %d false, %d missed, %d rightly none)%n",
                precision,
                recall,
                f1,
                hits,
                falseAlarms,
                misses,
                correctRejections);
        System.out.printf(Locale.ROOT, "place right: %d of %d%n", placesRight, placesAsked);
        System.out.printf(
                Locale.ROOT, "attributed or denied, told as asserted: %d of %d%n", attributedAsAsserted, attributed);
    }
}
