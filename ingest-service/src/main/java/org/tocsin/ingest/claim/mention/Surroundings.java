package org.tocsin.ingest.claim.mention;

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

/** What a whole report names: the countries it is about and the armed groups in it. Against these, short and ambiguous names are resolved. */
public final class Surroundings {
    private static final int COUNTRY = 3;
    private static final int DEMONYM = 3;
    private static final int CAPITAL = 1;
    private static final int PARTY = 1;
    private static final double SUPPORT = 0.15;

    private final Map<String, Integer> weights = new HashMap<>();
    private final Map<String, Actor> groups = new LinkedHashMap<>();
    private final Map<String, Integer> neighbours = new HashMap<>();
    private final Actors actors;

    public Surroundings(Actors actors) {
        this.actors = actors;
    }

    /** Adds what one field names. */
    public void add(Mentions mentions) {
        Mention before = null;
        for (int i = 0; i < mentions.size(); i++) {
            Mention mention = mentions.at(i);
            if (mention != null && mention != before) {
                add(mention);
            }
            before = mention;
        }
    }

    private void add(Mention mention) {
        if (mention instanceof Mention.OfCountry named) {
            add(named.country(), named.demonym() ? DEMONYM : COUNTRY);
        } else if (mention instanceof Mention.OfParty named
                && named.candidates().size() == 1) {
            add(named.candidates().get(0));
        } else if (mention instanceof Mention.OfPlace named) {
            Place first = named.candidates().get(0);
            if (named.exact()
                    && (named.candidates().size() == 1 || first.feature().equals("PPLC"))) {
                weights.merge(first.country(), CAPITAL, Integer::sum);
            }
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
        }
    }

    /** How much of the report is about the country, 0 to 1. */
    public double share(String country) {
        int all = weights.values().stream().mapToInt(Integer::intValue).sum();
        return all == 0 ? 0 : weights.getOrDefault(country, 0) / (double) all;
    }

    public boolean isNeighbour(String country) {
        return neighbours.containsKey(country);
    }

    /** The mention with those of its candidates that lie in a country of the report, or null when none does. */
    Mention.@Nullable OfPlace supported(Mention.OfPlace named) {
        List<Place> near = named.candidates().stream()
                .filter(place -> share(place.country()) >= SUPPORT)
                .toList();
        return near.isEmpty() ? null : new Mention.OfPlace(named.start(), named.end(), near, false);
    }

    /** The one armed group against the state that the report names and that can be active in the country; empty when there is none or several. */
    public Optional<Actor> onlyGroup(String country) {
        List<Actor> active = groups.values().stream()
                .filter(group -> country.isEmpty()
                        || group.countries().isEmpty()
                        || group.countries().contains(country))
                .toList();
        return active.size() == 1 ? Optional.of(active.get(0)) : Optional.empty();
    }

    /** The country that most of the report is about, or empty. */
    public Optional<String> mainCountry() {
        return weights.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
    }
}
