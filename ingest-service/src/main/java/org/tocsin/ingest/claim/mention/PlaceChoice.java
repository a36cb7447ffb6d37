package org.tocsin.ingest.claim.mention;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.tocsin.reference.Place;

/**
 * Chooses among the places of one name: a sum of what speaks for each. The weights are all here; how they were found is told in docs/reading.md.
 */
final class PlaceChoice {
    /** Ten times the population. */
    static final double SIZE = 0.5;
    /** The report's name for it is its main name and not an old or foreign one. */
    static final double MAIN_NAME = 1.2;
    /** All of the report is about its country; its state or province. */
    static final double COUNTRY = 4.5;

    static final double REGION = 3;
    /** Its country, its state is named in the same sentence. */
    static final double COUNTRY_BESIDE = 1.5;

    static final double REGION_BESIDE = 2;
    /** It borders on a country of the report. */
    static final double NEIGHBOUR = 0.4;
    /** Other places of the report lie around it. */
    static final double NEAR = 3;

    static final double NEAR_KM = 120;
    static final double FURTHER = 0.5;
    static final double MOST_NEAR = 1.6;
    /** A report of war, and its country is at war; it is the country of the attackers and at peace. */
    static final double AT_WAR = 2;

    static final double ATTACKER = -1.5;
    /** Ahead by so much, it is sure enough to tell for others. */
    static final double SURE = 2;

    private static final double TOWN = 10_000;
    private static final double TEMPER = 2;
    private static final int MOST_LIKELY = 12;
    private static final double FAR_DEGREES = 4;

    private PlaceChoice() {}

    /** A bearer of a name, and how likely it is beside the name's likeliest (1). */
    record Likely(Place place, double likelihood) {}

    /** The candidates, the likeliest first. */
    static List<Place> ranked(List<Place> candidates, Map<Place, Double> scores) {
        return candidates.stream()
                .sorted(Comparator.comparingDouble((Place place) -> -scores.getOrDefault(place, 0.0))
                        .thenComparing(Place::id))
                .toList();
    }

    static boolean isSure(List<Place> ranked, Map<Place, Double> scores) {
        return ranked.size() == 1
                || (ranked.size() > 1
                        && scores.getOrDefault(ranked.get(0), 0.0) - scores.getOrDefault(ranked.get(1), 0.0) >= SURE);
    }

    static List<Likely> likely(List<Place> ranked, Map<Place, Double> scores) {
        double best = scores.getOrDefault(ranked.get(0), 0.0);
        return ranked.stream()
                .limit(MOST_LIKELY)
                .map(place -> new Likely(place, Math.exp((scores.getOrDefault(place, 0.0) - best) / TEMPER)))
                .toList();
    }

    /** What the report's other names add for a place: the nearest counts most. */
    static double near(Place place, List<List<Likely>> others) {
        double most = 0;
        double sum = 0;
        for (List<Likely> name : others) {
            double best = 0;
            for (Likely other : name) {
                if (Math.abs(other.place.latitude() - place.latitude()) < FAR_DEGREES) {
                    best = Math.max(best, other.likelihood * nearness(place, other.place));
                }
            }
            most = Math.max(most, best);
            sum += best;
        }
        return NEAR * Math.min(MOST_NEAR, most + FURTHER * (sum - most));
    }

    /** Its population; places of our own supplement are in it because they are fought over, and count as towns. */
    static double size(Place place) {
        return place.isContested() ? TOWN : place.population();
    }

    static double rank(String feature) {
        return switch (feature) {
            case "PPLC" -> 1.5;
            case "PPLA" -> 1;
            case "PPLA2" -> 0.5;
            case "PPLX", "PPLQ", "PPLH", "PPLW" -> -1;
            default -> 0;
        };
    }

    /** 1 at the same spot, falling to 0 with the distance. */
    static double nearness(Place one, Place other) {
        double north = Math.toRadians(one.latitude() - other.latitude());
        double east = Math.toRadians(one.longitude() - other.longitude()) * Math.cos(Math.toRadians(one.latitude()));
        double kilometres = 6371 * Math.sqrt(north * north + east * east);
        return Math.exp(-kilometres / NEAR_KM);
    }
}
