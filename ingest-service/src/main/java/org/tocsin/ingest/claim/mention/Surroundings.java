package org.tocsin.ingest.claim.mention;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.reference.Actor;
import org.tocsin.reference.ActorKind;
import org.tocsin.reference.Actors;
import org.tocsin.reference.Country;
import org.tocsin.reference.Place;
import org.tocsin.reference.Region;

/** What a whole report names: the countries it is about and the armed groups in it. Against these, short and ambiguous names are resolved. */
public final class Surroundings {
    private static final int COUNTRY = 3;
    private static final int DEMONYM = 3;
    private static final int REGION = 2;
    private static final int TOWN = 2;
    private static final int PARTY = 2;
    /** Of several groups one counts as the group of the report when it has this share of so many names. */
    private static final double DOMINANT = 0.75;

    private static final int MANY = 4;
    private static final double DOUBT = 3;
    private static final double REGION_DOUBT = 1;
    private static final double SUPPORT = 0.15;

    /** Fewer people live in a town whose name many a village shares. */
    private static final int LITTLE = 20_000;

    private final List<Mentions> texts = new ArrayList<>();
    private final Map<String, Integer> weights = new HashMap<>();
    private final Map<String, Integer> regions = new HashMap<>();
    private final Map<String, Actor> groups = new LinkedHashMap<>();
    private final Map<String, Integer> timesNamed = new HashMap<>();
    private final Map<String, Integer> neighbours = new HashMap<>();
    private final Actors actors;
    private @Nullable Resolution resolution;

    public Surroundings(Actors actors) {
        this.actors = actors;
    }

    /** Adds what one field names; all fields are added before the first question. */
    public void add(Mentions mentions) {
        texts.add(mentions);
        resolution = null;
        for (Mention mention : mentions.all()) {
            if (mention instanceof Mention.OfCountry named && !mentions.isAttacker(named)) {
                add(named.country(), named.demonym() ? DEMONYM : COUNTRY);
            } else if (mention instanceof Mention.OfRegion named) {
                add(named.candidates());
            } else if (mention instanceof Mention.OfParty named
                    && named.candidates().size() == 1) {
                add(named.candidates().get(0));
            }
        }
    }

    /** The text, one of those added, with its names resolved. */
    Mentions resolved(Mentions text) {
        if (resolution == null) {
            resolution = new Resolution(texts, this);
        }
        return resolution.of(text);
    }

    private void add(List<Region> candidates) {
        for (Region region : candidates) {
            boolean only = candidates.size() == 1 || region.known();
            if (only) {
                regions.merge(region.code(), REGION, Integer::sum);
                weights.merge(region.country(), REGION, Integer::sum);
            }
        }
    }

    /** A place that the report surely means. */
    void add(Place place) {
        weights.merge(place.country(), TOWN, Integer::sum);
        if (!place.admin1().isEmpty()) {
            regions.merge(place.admin1(), TOWN, Integer::sum);
        }
    }

    private void add(Country country, int weight) {
        weights.merge(country.code(), weight, Integer::sum);
        country.neighbours().forEach(code -> neighbours.merge(code, weight, Integer::sum));
    }

    private void add(Actor actor) {
        if (actor.countries().size() == 1) {
            weights.merge(actor.countries().get(0), PARTY, Integer::sum);
        }
        boolean armedGroup = actor.kind() == ActorKind.ARMED_GROUP || actor.kind() == ActorKind.MILITARY_COMPANY;
        String side = actors.side(actor.id());
        if (armedGroup && !side.startsWith("government-of-")) {
            groups.putIfAbsent(side, actors.byId(side).orElse(actor));
            timesNamed.merge(side, 1, Integer::sum);
        }
    }

    /** How much of the report is about the country, 0 to 1. */
    public double share(String country) {
        int all = weights.values().stream().mapToInt(Integer::intValue).sum();
        return all == 0 ? 0 : weights.getOrDefault(country, 0) / (double) all;
    }

    /** As {@link #share}, but less where the report names few countries: once "US" does not make it a report about the United States. */
    double sureShare(String country) {
        int all = weights.values().stream().mapToInt(Integer::intValue).sum();
        return weights.getOrDefault(country, 0) / (all + DOUBT);
    }

    /** How much of what the report says about regions is about this one, 0 to 1. */
    double regionShare(String admin1) {
        int all = regions.values().stream().mapToInt(Integer::intValue).sum();
        return all == 0 ? 0 : regions.getOrDefault(admin1, 0) / (all + REGION_DOUBT);
    }

    /** Whether the place lies in a country that the report neither names nor borders on, though it names some; a country at war is never far. */
    boolean isFar(Place place) {
        return isUnnamed(place.country()) && !isAtWar(place.country());
    }

    /** As {@link #isFar}, but also a little town of a country at war where the report is of another war. */
    public boolean isElsewhere(Place place) {
        boolean otherWar =
                place.population() < LITTLE && weights.keySet().stream().anyMatch(this::isAtWar);
        return isUnnamed(place.country()) && (otherWar || !isAtWar(place.country()));
    }

    private boolean isUnnamed(String country) {
        return !weights.isEmpty() && share(country) == 0 && !isNeighbour(country);
    }

    private boolean isAtWar(String country) {
        return texts.get(0).cues().conflict.contains(country);
    }

    public boolean isNeighbour(String country) {
        return neighbours.containsKey(country);
    }

    /** Those that lie in a country which a good part of the report is about. */
    List<Place> supported(List<Place> candidates) {
        return candidates.stream()
                .filter(place -> share(place.country()) >= SUPPORT)
                .toList();
    }

    /**
     * The one armed group against the state that the report names, or names far more often than any other, and that can be active in the country;
     * empty when there is none, or several.
     */
    public Optional<Actor> onlyGroup(String country) {
        List<Actor> active = groups.values().stream()
                .filter(group -> country.isEmpty()
                        || group.countries().isEmpty()
                        || group.countries().contains(country))
                .toList();
        int all = active.stream()
                .mapToInt(group -> timesNamed.getOrDefault(group.id(), 0))
                .sum();
        return active.stream()
                .filter(group ->
                        active.size() == 1 || (all >= MANY && timesNamed.getOrDefault(group.id(), 0) >= DOMINANT * all))
                .findFirst();
    }

    /** The country that most of the report is about, or empty. */
    public Optional<String> mainCountry() {
        return weights.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
    }
}
