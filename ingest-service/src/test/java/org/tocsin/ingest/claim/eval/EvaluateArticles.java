package org.tocsin.ingest.claim.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.tocsin.ingest.claim.Claim;
import org.tocsin.ingest.claim.Text;
import org.tocsin.ingest.claim.reader.ClaimReader;
import org.tocsin.reference.Actors;
import org.tocsin.reference.Countries;
import org.tocsin.reference.Places;

/**
 * Reads whole articles and compares which cities changed hands, and to whom.
 *
 * <p>The file has one JSON object a line: {@code {id, published_date, title, text, gold: [{city, country, place_id, actor}]}}. A city counts once an
 * article, however often the article tells it; a gold row that is {@code optional} is neither a hit nor a miss, an article that is {@code ambiguous} is left
 * out. Prints precision, recall and F1 over the
 * cities, the same where the new holder must be right too, and each error ({@code --quiet}: figures only).
 */
public final class EvaluateArticles {
    private final ClaimReader reader;
    private final GoldNames names;
    private final Detection cities = new Detection();
    private final Detection holders = new Detection();
    private final Tally holder = new Tally("new holder right, of the cities found");
    private final List<String> errors = new ArrayList<>();

    EvaluateArticles(ClaimReader reader, GoldNames names) {
        this.reader = reader;
        this.names = names;
    }

    public static void main(String[] args) throws IOException {
        if (args.length < 1) {
            System.err.println("usage: EvaluateArticles <file of JSON lines> [--quiet]");
            System.exit(2);
        }
        Places places = Places.load();
        Countries countries = Countries.load();
        Actors actors = Actors.load(countries);
        EvaluateArticles evaluation = new EvaluateArticles(
                new ClaimReader(places, countries, actors), new GoldNames(places, countries, actors));
        evaluation.addAll(Path.of(args[0]));
        if (args.length == 1) {
            evaluation.errors.forEach(System.out::println);
        }
        System.out.println("cities that changed hands: " + evaluation.cities);
        System.out.println("cities and new holders:    " + evaluation.holders);
        System.out.println(evaluation.holder);
    }

    Tally holder() {
        return holder;
    }

    void addAll(Path file) throws IOException {
        ObjectMapper json = new ObjectMapper();
        for (String line : Files.readAllLines(file)) {
            JsonNode article = json.readTree(line);
            if (!line.isBlank() && !article.path("ambiguous").asBoolean(false)) {
                add(article);
            }
        }
    }

    Detection cities() {
        return cities;
    }

    private void add(JsonNode article) {
        Text text = new Text(
                Gold.text(article, "title"),
                Gold.text(article, "text"),
                Gold.publishedAt(Gold.text(article, "published_date")));
        List<Claim> changing =
                reader.read(text).claims().stream().filter(Claim::changesHands).toList();
        String id = Gold.text(article, "id");
        for (JsonNode gold : article.path("gold")) {
            List<Claim> there =
                    changing.stream().filter(claim -> isThere(claim, gold)).toList();
            if (gold.path("optional").asBoolean(false)) {
                continue;
            }
            String city = Gold.text(gold, "city");
            cities.add(true, !there.isEmpty());
            boolean right = there.stream().anyMatch(claim -> isHolder(claim, gold));
            holders.add(true, right);
            if (there.isEmpty()) {
                errors.add("MISS   " + id + " " + city + Shown.of(changing));
            } else if (!holder.add(right)) {
                holders.add(false, true);
                errors.add("HOLDER " + id + " " + city + " " + Gold.text(gold, "actor") + Shown.of(there));
            }
        }
        changing.stream()
                .filter(claim -> claim.place() != null)
                .filter(claim -> !isAny(claim, article.path("gold")))
                .collect(Collectors.groupingBy(
                        claim -> Objects.requireNonNull(claim.place()).id()))
                .values()
                .forEach(wrong -> {
                    cities.add(false, true);
                    holders.add(false, true);
                    errors.add("FALSE  " + id + " "
                            + wrong.get(0).evidence().sentence().text() + Shown.of(wrong));
                });
    }

    /** A withdrawal has nobody who holds the place after it: there the one who left counts. */
    private boolean isHolder(Claim claim, JsonNode gold) {
        String wanted = Gold.text(gold, "actor");
        return wanted.isEmpty() || names.isParty(claim.actor(), wanted, Gold.text(gold, "country"));
    }

    private boolean isAny(Claim claim, JsonNode golds) {
        for (JsonNode gold : golds) {
            if (isThere(claim, gold)) {
                return true;
            }
        }
        return false;
    }

    private boolean isThere(Claim claim, JsonNode gold) {
        return names.isPlace(
                claim.place(), Gold.text(gold, "place_id"), Gold.text(gold, "city"), Gold.text(gold, "country"));
    }
}
