package org.tocsin.events.sanctions.matching;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * How well scores tell pairs of names of one bearer from others ({@code deploy/local/evaluate-names pairs}). A row has {@code name1}, {@code name2} and
 * {@code is_match}.
 */
final class EvaluatePairs {
    private static final PrintStream OUT = System.out;
    private static final int FOLDS = 5;
    private static final double PRECISION = 0.9;
    private static final double[] THRESHOLDS = {0.7, 0.75, 0.8, 0.85, 0.9};

    private EvaluatePairs() {}

    private record Pair(String one, String other, boolean match, Comparison comparison) {}

    /** @param f1 the best of all thresholds, at {@code threshold} */
    private record Figures(double f1, double threshold, double recall) {}

    public static void main(String[] args) throws IOException {
        List<Pair> pairs = CsvTable.read(Path.of(args[0])).stream()
                .map(row -> {
                    String one = row.getOrDefault("name1", "");
                    String other = row.getOrDefault("name2", "");
                    return new Pair(
                            one,
                            other,
                            "true".equals(row.get("is_match")),
                            Comparison.of(Words.of(one), Words.of(other)));
                })
                .toList();
        Figures chosen = figures(pairs, Weights.CHOSEN);
        OUT.printf(
                Locale.ROOT,
                "%d pairs: F1 %.3f at threshold %.3f, recall %.3f at precision %.1f%n",
                pairs.size(),
                chosen.f1(),
                chosen.threshold(),
                chosen.recall(),
                PRECISION);
        for (double threshold : THRESHOLDS) {
            double[] at = at(pairs, Weights.CHOSEN, threshold);
            OUT.printf(
                    Locale.ROOT,
                    "  threshold %.2f: precision %.3f, recall %.3f, F1 %.3f%n",
                    threshold,
                    at[0],
                    at[1],
                    at[2]);
        }
        List<String> options = Arrays.asList(args);
        if (options.contains("--errors")) {
            errors(pairs, chosen.threshold());
        }
        if (options.contains("--cross-validate")) {
            crossValidate(pairs);
        }
    }

    private static void errors(List<Pair> pairs, double threshold) {
        for (Pair pair : pairs) {
            double score = pair.comparison().score();
            if (score >= threshold != pair.match()) {
                OUT.printf(
                        Locale.ROOT,
                        "%s %.3f | %s | %s%n",
                        pair.match() ? "missed" : "wrong ",
                        score,
                        pair.one(),
                        pair.other());
            }
        }
    }

    /** Chooses weights and threshold on four fifths and applies them to the last one, in turn. */
    private static void crossValidate(List<Pair> pairs) {
        List<Weights> grid = grid();
        int right = 0;
        int found = 0;
        int matches = 0;
        for (int fold = 0; fold < FOLDS; fold++) {
            List<Pair> seen = new ArrayList<>();
            List<Pair> unseen = new ArrayList<>();
            for (int i = 0; i < pairs.size(); i++) {
                (i % FOLDS == fold ? unseen : seen).add(pairs.get(i));
            }
            Weights best = grid.stream()
                    .max(Comparator.comparingDouble(
                            weights -> figures(seen, weights).f1()))
                    .orElseThrow();
            double threshold = figures(seen, best).threshold();
            for (Pair pair : unseen) {
                boolean said = pair.comparison().score(best) >= threshold;
                right += said && pair.match() ? 1 : 0;
                found += said ? 1 : 0;
                matches += pair.match() ? 1 : 0;
            }
            OUT.printf(Locale.ROOT, "  fold %d: %s, threshold %.3f%n", fold + 1, best, threshold);
        }
        OUT.printf(
                Locale.ROOT,
                "cross-validated in %d parts over %d weights: precision %.3f, recall %.3f, F1 %.3f%n",
                FOLDS,
                grid.size(),
                (double) right / found,
                (double) right / matches,
                2.0 * right / (found + matches));
    }

    private static List<Weights> grid() {
        List<Weights> grid = new ArrayList<>();
        for (double unlike : new double[] {1.4, 1.7, 2, 2.5}) {
            for (double conflict : new double[] {1, 1.3, 1.7}) {
                for (double asked : new double[] {0.15, 0.25, 0.4}) {
                    for (double listed : new double[] {0.1, 0.15, 0.25}) {
                        for (double other : new double[] {0, 0.12, 0.25}) {
                            grid.add(new Weights(unlike, conflict, asked, listed, other, Weights.CHOSEN.turned()));
                        }
                    }
                }
            }
        }
        return grid;
    }

    private static Figures figures(List<Pair> pairs, Weights weights) {
        double[] scores = pairs.stream()
                .mapToDouble(pair -> pair.comparison().score(weights))
                .sorted()
                .distinct()
                .toArray();
        Figures best = new Figures(0, 1, 0);
        for (double threshold : scores) {
            double[] at = at(pairs, weights, threshold);
            double recall = at[0] >= PRECISION ? Math.max(best.recall(), at[1]) : best.recall();
            best = at[2] > best.f1()
                    ? new Figures(at[2], threshold, recall)
                    : new Figures(best.f1(), best.threshold(), recall);
        }
        return best;
    }

    /** Precision, recall and F1. */
    private static double[] at(List<Pair> pairs, Weights weights, double threshold) {
        int right = 0;
        int found = 0;
        int matches = 0;
        for (Pair pair : pairs) {
            boolean said = pair.comparison().score(weights) >= threshold;
            right += said && pair.match() ? 1 : 0;
            found += said ? 1 : 0;
            matches += pair.match() ? 1 : 0;
        }
        return new double[] {
            found == 0 ? 1 : (double) right / found,
            matches == 0 ? 0 : (double) right / matches,
            found + matches == 0 ? 0 : 2.0 * right / (found + matches)
        };
    }
}
