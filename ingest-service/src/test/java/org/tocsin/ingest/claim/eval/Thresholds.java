package org.tocsin.ingest.claim.eval;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.tocsin.ingest.claim.eval.LabelledSentences.Row;
import org.tocsin.ingest.claim.learned.Weights;

/** How sure the weights must be: those with the best F1 among those with the precision that is wanted. */
final class Thresholds {
    /** Nine in ten. Less is enough on reports like these, but not on sentences that avoid the ordinary words (the totals of those kept apart). */
    private static final double SURE = 2.2;

    private static final double PRECISION = 0.92;
    /** The share of what only the weights tell that the first look lets through. */
    private static final double PASSED = 0.9;

    private final boolean[] gold;
    private final boolean[] ruled;
    /** The best odds of a place that the rules tell a change of. */
    private final double[] oddsOfRuled;

    /** The best odds of any place. */
    private final double[] odds;

    private final double worth;
    private double adds = 99;
    private double takes = -99;

    /** @param judges weights that never saw the row */
    Thresholds(List<Row> rows, Function<Row, Weights> judges) {
        int n = rows.size();
        gold = new boolean[n];
        ruled = new boolean[n];
        oddsOfRuled = new double[n];
        odds = new double[n];
        double[] words = new double[n];
        Map<Integer, Weights> same = new HashMap<>();
        for (int i = 0; i < n; i++) {
            Row row = rows.get(i);
            Weights judge = same.computeIfAbsent(Math.floorMod(row.group().hashCode(), 5), any -> judges.apply(row));
            gold[i] = row.gold().changesHands();
            ruled[i] = row.ruled();
            oddsOfRuled[i] = row.beyond() ? 99 : -99;
            odds[i] = -99;
            words[i] = judge.oddsOfWords(row.tokens());
            for (LabelledPlace place : row.places()) {
                double here = judge.logOdds(place.features());
                odds[i] = Math.max(odds[i], here);
                oddsOfRuled[i] = place.ruled() ? Math.max(oddsOfRuled[i], here) : oddsOfRuled[i];
            }
        }
        double[] told = IntStream.range(0, n)
                .filter(i -> gold[i] && !ruled[i] && odds[i] >= SURE)
                .mapToDouble(i -> words[i])
                .sorted()
                .toArray();
        worth = told.length == 0 ? 0 : told[(int) (told.length * (1 - PASSED))];
    }

    void choose() {
        double best = 0;
        for (double take = -6; take <= 0; take += 0.25) {
            for (double add = SURE; add <= 6; add += 0.1) {
                Detection found = with(take, add);
                if (found.precision() >= PRECISION && found.f1() > best) {
                    best = found.f1();
                    takes = take;
                    adds = add;
                }
            }
        }
    }

    private Detection with(double take, double add) {
        Detection found = new Detection();
        for (int i = 0; i < gold.length; i++) {
            found.add(gold[i], (ruled[i] && oddsOfRuled[i] >= take) || odds[i] >= add);
        }
        return found;
    }

    void addTo(Map<String, Float> weights) {
        weights.put("add", rounded(adds));
        weights.put("take", rounded(takes));
        weights.put("worth", rounded(worth));
    }

    private static float rounded(double value) {
        return Float.parseFloat(String.format(Locale.ROOT, "%.3f", value));
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "chosen: take %.2f add %.2f worth %.2f: %s", takes, adds, worth, with(takes, adds));
    }
}
