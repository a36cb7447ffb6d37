package org.tocsin.ingest.claim.mention;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.tocsin.reference.Place;

/** Chooses among the places of one name. */
public final class PlaceChoice {
    private final Surroundings report;

    public PlaceChoice(Surroundings report) {
        this.report = report;
    }

    /**
     * The likeliest bearer of the name: a country named in the same sentence counts most, then what the report is about, then size and rank.
     *
     * @param near ISO codes of the countries named in the sentence
     */
    public Place of(List<Place> candidates, Set<String> near) {
        return candidates.stream()
                .max(Comparator.comparingDouble((Place place) -> score(place, near))
                        .thenComparing(Place::id, Comparator.reverseOrder()))
                .orElseThrow();
    }

    private double score(Place place, Set<String> near) {
        double score = near.contains(place.country()) ? 3 : 0;
        score += 5 * report.share(place.country());
        score += report.isNeighbour(place.country()) ? 0.5 : 0;
        score += 0.5 * Math.log10(place.population() + 1.0);
        return score + rank(place.feature());
    }

    private static double rank(String feature) {
        return switch (feature) {
            case "PPLC" -> 1.5;
            case "PPLA" -> 1;
            case "PPLA2" -> 0.5;
            case "PPLX", "PPLQ", "PPLH", "PPLW" -> -1;
            default -> 0;
        };
    }
}
