package org.tocsin.events.sanctions.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tocsin.events.sanctions.entry.EntryName;
import org.tocsin.events.sanctions.matching.Comparison;
import org.tocsin.events.sanctions.screening.Candidates.Scored;

/** Says in words and in numbers what a score is made of. */
final class Explaining {
    private Explaining() {}

    static List<String> reasons(ScreeningView.Asked asked, Scored scored) {
        Comparison comparison = scored.comparison();
        List<String> reasons = new ArrayList<>();
        String same = comparison.pairs().stream()
                .filter(pair -> pair.similarity() == 1)
                .map(Comparison.Pair::asked)
                .collect(Collectors.joining(", "));
        if (!same.isEmpty()) {
            reasons.add("the same: " + same);
        }
        comparison.pairs().stream()
                .filter(pair -> pair.similarity() < 1)
                .forEach(pair -> reasons.add(
                        pair.asked() + " taken for " + pair.listed() + ", alike by " + number(pair.similarity())));
        if (!comparison.askedOnly().isEmpty()) {
            reasons.add("only in the name asked for: " + String.join(", ", comparison.askedOnly()));
        }
        if (!comparison.listedOnly().isEmpty()) {
            reasons.add("only in the listed name: " + String.join(", ", comparison.listedOnly()));
        }
        if (comparison.turned()) {
            reasons.add("father and son have changed places: times " + number(comparison.turnedFactor()));
        }
        if (scored.listed().name().strength() == EntryName.Strength.WEAK) {
            reasons.add("a weak alias, which does not lower the score");
        }
        if (scored.kindFactor() < 1) {
            reasons.add("the list has a " + scored.listed().bearer().kind() + ", asked for was a " + asked.kind()
                    + ": times " + number(scored.kindFactor()));
        }
        if (scored.countryFactor() < 1) {
            String countries =
                    scored.listed().bearer().countries().stream().sorted().collect(Collectors.joining(", "));
            reasons.add("the list has the countries " + countries + ", asked for was " + asked.country() + ": times "
                    + number(scored.countryFactor()));
        }
        return reasons;
    }

    static ScreeningView.Parts parts(Scored scored) {
        Comparison comparison = scored.comparison();
        return new ScreeningView.Parts(
                comparison.pairs().stream()
                        .map(pair -> new ScreeningView.PairView(
                                pair.asked(), pair.listed(), Candidates.rounded(pair.similarity())))
                        .toList(),
                Candidates.rounded(comparison.matched()),
                Candidates.rounded(comparison.unlike()),
                comparison.askedOnly(),
                Candidates.rounded(comparison.askedLeft()),
                comparison.listedOnly(),
                Candidates.rounded(comparison.listedLeft()),
                comparison.turnedFactor(),
                scored.kindFactor(),
                scored.countryFactor());
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }
}
