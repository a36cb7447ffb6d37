package org.tocsin.ingest.claim.eval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tocsin.ingest.claim.eval.LabelledSentences.Row;
import org.tocsin.ingest.claim.eval.LogisticRegression.Example;
import org.tocsin.ingest.claim.learned.Weights;
import org.tocsin.ingest.claim.reader.ClaimReader;
import org.tocsin.reference.Actors;
import org.tocsin.reference.Countries;
import org.tocsin.reference.Places;

/**
 * Learns the weights of the second opinion from labelled sentences and writes them: {@code LearnWeights <unseen.jsonl>... [-- <tuned.jsonl>...]}. The rules must not
 * have been made on those before the dashes: they count double, and by them, in five folds that never part a report, rules alone and rules with weights
 * are compared. The files have the form told at {@link EvaluateSentences}, or are our own table ({@code .txt}).
 */
public final class LearnWeights {
    private static final Path RESOURCE =
            Path.of("ingest-service/src/main/resources/org/tocsin/ingest/claim/learned/weights.txt");
    private static final int FOLDS = 5;
    private static final double UNSEEN = 2;
    /** Lighter ones change nothing. */
    private static final double LEAST = 0.004;

    private final Places places = Places.load();
    private final Countries countries = Countries.load();
    private final Actors actors = Actors.load(countries);
    private final LabelledSentences sentences = new LabelledSentences(places, countries, actors);

    public static void main(String[] args) throws IOException {
        LearnWeights learning = new LearnWeights();
        boolean unseen = true;
        for (String arg : args) {
            if (arg.equals("--")) {
                unseen = false;
            } else {
                learning.sentences.addAll(Path.of(arg), unseen);
            }
        }
        learning.learn();
    }

    private void learn() throws IOException {
        List<Row> rows = sentences.rows;
        List<Map<String, Float>> byFold = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int out = fold;
            byFold.add(weights(rows.stream().filter(row -> foldOf(row) != out).toList()));
        }
        Thresholds chosen =
                new Thresholds(rows.stream().filter(Row::unseen).toList(), row -> new Weights(byFold.get(foldOf(row))));
        chosen.choose();
        System.out.println(chosen);
        report(rows, byFold, chosen);
        Map<String, Float> all = weights(rows);
        chosen.addTo(all);
        Files.createDirectories(RESOURCE.getParent());
        Files.write(RESOURCE, lines(all));
        System.out.println(all.size() + " weights written");
    }

    private static List<String> lines(Map<String, Float> weights) {
        List<String> lines = new ArrayList<>();
        lines.add("# Learned by deploy/local/evaluate learn; not made to be changed by hand.");
        lines.addAll(Weights.lines(weights).toList());
        return lines;
    }

    private static int foldOf(Row row) {
        return Math.floorMod(row.group().hashCode(), FOLDS);
    }

    private Map<String, Float> weights(List<Row> rows) {
        List<Example> examples = new ArrayList<>();
        List<Example> bare = new ArrayList<>();
        for (Row row : rows) {
            double weight = row.unseen() ? UNSEEN : 1;
            if (row.noisy()) {
                continue;
            }
            for (LabelledPlace place : row.places()) {
                boolean blind = !row.unseen() && (examples.size() & 1) == 0;
                Set<String> features = new HashSet<>(place.features());
                // rules look better on what they were tuned on than they are: every other time they are not seen
                features.removeIf(name -> blind && (name.startsWith("rule") || name.startsWith("elsewhere")));
                examples.add(new Example(features, place.changed(), weight, row.group()));
            }
            bare.add(new Example(Weights.words(row.tokens()), row.gold().changesHands(), weight, row.group()));
        }
        Map<String, Float> weights = new TreeMap<>(LogisticRegression.weights(examples));
        LogisticRegression.weights(bare).forEach((word, weight) -> weights.put("word " + word, weight));
        weights.values().removeIf(weight -> Math.abs(weight) < LEAST);
        weights.replaceAll((name, weight) -> Float.valueOf(String.format(Locale.ROOT, "%.3f", weight)));
        return weights;
    }

    /** Reads the unseen sentences once more as the reader will, each with weights that never saw its report. */
    private void report(List<Row> rows, List<Map<String, Float>> byFold, Thresholds chosen) {
        for (boolean learned : new boolean[] {false, true}) {
            EvaluateSentences evaluation = new EvaluateSentences(
                    new ClaimReader(places, countries, actors, new Weights(byFold.get(0))),
                    new GoldNames(places, countries, actors));
            for (int fold = 0; fold < FOLDS; fold++) {
                Map<String, Float> weights = new TreeMap<>(byFold.get(fold));
                chosen.addTo(weights);
                if (!learned) {
                    weights.put("add", Float.POSITIVE_INFINITY);
                    weights.put("take", Float.NEGATIVE_INFINITY);
                }
                evaluation.readBy(new ClaimReader(places, countries, actors, new Weights(weights)));
                int here = fold;
                rows.stream()
                        .filter(row -> row.unseen() && foldOf(row) == here)
                        .forEach(row -> evaluation.add(row.gold()));
            }
            System.out.println(learned ? "rules and weights, cross-validated:" : "rules alone:");
            evaluation.print();
        }
    }
}
