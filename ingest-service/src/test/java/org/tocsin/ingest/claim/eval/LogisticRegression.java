package org.tocsin.ingest.claim.eval;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Logistic regression with a squared penalty over features that hold or do not, each scaled by how far its odds differ between the classes (NBSVM: Wang and
 * Manning 2012), solved by L-BFGS. The same examples in the same order give the same weights, bit for bit.
 */
final class LogisticRegression {
    /** A feature of fewer groups says nothing of others. */
    private static final int LEAST_GROUPS = 4;

    private static final int STEPS = 40;
    private static final int MEMORY = 8;
    private static final double SMOOTHING = 1;
    private static final double PENALTY = 15;

    /** @param weight how much it counts */
    record Example(Set<String> features, boolean positive, double weight, String group) {}

    private final List<Example> examples;
    private final Map<String, Integer> index;
    private final int[][] rows;
    private final double[] scale;

    private LogisticRegression(List<Example> examples) {
        this.examples = examples;
        this.index = indexOf(examples);
        this.rows = examples.stream()
                .map(example -> example.features().stream()
                        .filter(index::containsKey)
                        .mapToInt(index::get)
                        .sorted()
                        .toArray())
                .toArray(int[][]::new);
        this.scale = scales();
    }

    static Map<String, Float> weights(List<Example> examples) {
        LogisticRegression problem = new LogisticRegression(examples);
        double[] solved = problem.solve();
        Map<String, Float> weights = new TreeMap<>();
        problem.index.forEach((name, i) -> weights.put(name, (float) (solved[i] * problem.scale[i])));
        return weights;
    }

    private static Map<String, Integer> indexOf(List<Example> examples) {
        Map<String, Set<String>> groups = new TreeMap<>();
        for (Example example : examples) {
            for (String feature : example.features()) {
                Set<String> found = groups.computeIfAbsent(feature, any -> new HashSet<>());
                if (found.size() < LEAST_GROUPS) {
                    found.add(example.group());
                }
            }
        }
        Map<String, Integer> index = new HashMap<>();
        groups.forEach((feature, found) -> {
            if (found.size() >= LEAST_GROUPS) {
                index.put(feature, index.size());
            }
        });
        return index;
    }

    private double[] scales() {
        double[] yes = new double[index.size()];
        double[] no = new double[index.size()];
        Arrays.fill(yes, SMOOTHING);
        Arrays.fill(no, SMOOTHING);
        for (int i = 0; i < rows.length; i++) {
            double[] side = examples.get(i).positive() ? yes : no;
            for (int feature : rows[i]) {
                side[feature] += examples.get(i).weight();
            }
        }
        double odds = Arrays.stream(yes).sum() / Arrays.stream(no).sum();
        double[] scales = new double[index.size()];
        for (int f = 0; f < scales.length; f++) {
            scales[f] = Math.abs(StrictMath.log(yes[f] / no[f] / odds));
        }
        return scales;
    }

    /** The loss at {@code at}; fills its gradient. */
    private double loss(double[] at, double[] gradient) {
        double sum = 0;
        for (int f = 0; f < at.length; f++) {
            gradient[f] = PENALTY * at[f];
            sum += 0.5 * PENALTY * at[f] * at[f];
        }
        for (int i = 0; i < rows.length; i++) {
            double odds = 0;
            for (int feature : rows[i]) {
                odds += at[feature] * scale[feature];
            }
            double sign = examples.get(i).positive() ? 1 : -1;
            double margin = sign * odds;
            double wrong = 1 / (1 + StrictMath.exp(margin));
            sum += examples.get(i).weight()
                    * (margin > 0
                            ? StrictMath.log1p(StrictMath.exp(-margin))
                            : StrictMath.log1p(StrictMath.exp(margin)) - margin);
            double push = -sign * wrong * examples.get(i).weight();
            for (int feature : rows[i]) {
                gradient[feature] += push * scale[feature];
            }
        }
        return sum;
    }

    private double[] solve() {
        double[] at = new double[index.size()];
        double[] gradient = new double[at.length];
        double loss = loss(at, gradient);
        Deque<double[][]> past = new ArrayDeque<>();
        for (int step = 0; step < STEPS; step++) {
            double[] direction = direction(gradient, past);
            double slope = dot(direction, gradient);
            double rate = past.isEmpty() ? 1 / (1 + Math.sqrt(dot(gradient, gradient))) : 1;
            double[] next = new double[at.length];
            double[] nextGradient = new double[at.length];
            double nextLoss = Double.POSITIVE_INFINITY;
            for (int half = 0; half < 30; half++, rate /= 2) {
                for (int f = 0; f < at.length; f++) {
                    next[f] = at[f] + rate * direction[f];
                }
                nextLoss = loss(next, nextGradient);
                if (nextLoss <= loss + 1e-4 * rate * slope) {
                    break;
                }
            }
            if (!(nextLoss < loss)) {
                break;
            }
            remember(past, at, next, gradient, nextGradient);
            at = next;
            gradient = nextGradient;
            loss = nextLoss;
        }
        return at;
    }

    private static void remember(Deque<double[][]> past, double[] at, double[] next, double[] old, double[] fresh) {
        double[] moved = new double[at.length];
        double[] changed = new double[at.length];
        for (int f = 0; f < at.length; f++) {
            moved[f] = next[f] - at[f];
            changed[f] = fresh[f] - old[f];
        }
        if (dot(moved, changed) > 1e-10) {
            past.addLast(new double[][] {moved, changed});
        }
        if (past.size() > MEMORY) {
            past.removeFirst();
        }
    }

    /** Where to go: the two loops of L-BFGS. */
    private static double[] direction(double[] gradient, Deque<double[][]> past) {
        double[] out = gradient.clone();
        double[] share = new double[past.size()];
        double[][][] pairs = past.toArray(double[][][]::new);
        for (int i = pairs.length - 1; i >= 0; i--) {
            share[i] = dot(pairs[i][0], out) / dot(pairs[i][0], pairs[i][1]);
            add(out, pairs[i][1], -share[i]);
        }
        if (pairs.length > 0) {
            double[][] last = pairs[pairs.length - 1];
            double first = dot(last[0], last[1]) / dot(last[1], last[1]);
            for (int f = 0; f < out.length; f++) {
                out[f] *= first;
            }
        }
        for (int i = 0; i < pairs.length; i++) {
            add(out, pairs[i][0], share[i] - dot(pairs[i][1], out) / dot(pairs[i][0], pairs[i][1]));
        }
        for (int f = 0; f < out.length; f++) {
            out[f] = -out[f];
        }
        return out;
    }

    private static void add(double[] to, double[] what, double times) {
        for (int f = 0; f < to.length; f++) {
            to[f] += times * what[f];
        }
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int f = 0; f < one.length; f++) {
            sum += one[f] * other[f];
        }
        return sum;
    }
}
