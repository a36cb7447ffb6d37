package org.tocsin.events.sanctions.screening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tocsin.events.sanctions.entry.EntryName;
import org.tocsin.events.sanctions.matching.Comparison;
import org.tocsin.events.sanctions.matching.NameIndex;
import org.tocsin.events.sanctions.screening.ListedName.Bearer;

/** The entries that a name may mean, each by the nearest of its names. */
final class Candidates {
    /** An entry of another kind may still be the one: lists err, and groups bear the names of people. */
    static final double OTHER_KIND = 0.9;

    /** People move, and lists know few of their countries. */
    static final double OTHER_COUNTRY = 0.95;

    /** Scores are given to four places, rounded down, so that only the same words give 1. */
    private static final double PLACES = 10_000;

    private static final Comparator<Scored> BEST = Comparator.comparingDouble(Scored::score)
            .reversed()
            .thenComparing(scored -> scored.listed().name().strength() == EntryName.Strength.WEAK)
            .thenComparing(scored -> scored.listed().bearer().list())
            .thenComparing(scored -> scored.listed().bearer().reference());

    /**
     * An entry and how near it is.
     *
     * @param name the one of its names that is nearest, as it was compared
     */
    record Scored(
            ListedName listed,
            String name,
            Comparison comparison,
            double kindFactor,
            double countryFactor,
            double score) {}

    private Candidates() {}

    /** The candidates in all these lists that reach the threshold, the best first. */
    static List<Scored> of(ScreeningView.Asked asked, List<ListNames> lists, double threshold) {
        Map<Bearer, Scored> best = new LinkedHashMap<>();
        for (ListNames list : lists) {
            for (NameIndex.Hit<ListedName> hit : list.index().search(asked.name(), threshold)) {
                Scored scored = scored(asked, hit);
                if (scored.score() >= threshold) {
                    best.merge(
                            hit.of().bearer(),
                            scored,
                            (known, other) -> BEST.compare(other, known) < 0 ? other : known);
                }
            }
        }
        List<Scored> candidates = new ArrayList<>(best.values());
        candidates.sort(BEST);
        return candidates;
    }

    private static Scored scored(ScreeningView.Asked asked, NameIndex.Hit<ListedName> hit) {
        Bearer bearer = hit.of().bearer();
        double kind = asked.kind() == null || asked.kind() == bearer.kind() ? 1 : OTHER_KIND;
        boolean elsewhere = asked.country() != null
                && !bearer.countries().isEmpty()
                && !bearer.countries().contains(asked.country());
        double country = elsewhere ? OTHER_COUNTRY : 1;
        double score = hit.comparison().score() * kind * country;
        return new Scored(hit.of(), hit.name(), hit.comparison(), kind, country, rounded(score));
    }

    static double rounded(double number) {
        return Math.floor(number * PLACES + 1e-6) / PLACES;
    }
}
