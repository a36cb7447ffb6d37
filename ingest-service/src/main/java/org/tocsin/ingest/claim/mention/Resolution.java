package org.tocsin.ingest.claim.mention;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.claim.text.Token;
import org.tocsin.reference.ActorKind;
import org.tocsin.reference.Place;

/**
 * Decides over a whole report which names are those of places, and of which. A name means the same place wherever the report uses it, unless it says otherwise
 * ("Paris, Texas").
 */
final class Resolution {
    /** A name that is elsewhere in the report a person's counts less, one that is certainly a place's counts more. */
    private static final double ELSEWHERE_PERSON = -2.5;

    private static final double ELSEWHERE_PLACE = 1.5;
    /** One word in so many is one of war. */
    private static final double TOLD = 2;

    private static final int WAR_DENSITY = 60;
    /** In a report of war most names are those of places. */
    private static final double ENOUGH_IN_WAR = -0.5;
    /** How far a word of the same sentence is looked for. */
    private static final int BESIDE = 25;

    private static final long SMALL = 100_000;
    private static final int MOST_OTHERS = 20;

    private final Surroundings report;
    private final Map<String, Name> names = new LinkedHashMap<>();
    private final IdentityHashMap<Mention.OfPlace, Use> uses = new IdentityHashMap<>();
    private final Set<String> attackers = new HashSet<>();
    private boolean war;

    /** One name in all its uses. */
    private static final class Name {
        final List<Use> uses = new ArrayList<>();
        final Map<String, Double> beside = new HashMap<>();
        final IdentityHashMap<Place, Double> scores = new IdentityHashMap<>();
        boolean person;
        boolean certain;
        boolean told;
        List<Place> toldFirst = List.of();
        List<Place> ranked = List.of();
        boolean sure;
    }

    /** One use of a name. */
    private static final class Use {
        final Mentions text;
        final Mention.OfPlace named;
        final double evidence;
        /** Null while it is not known to be a place's name. */
        @Nullable Name name;
        /** Where the words beside it say which bearer is meant. */
        List<Place> told = List.of();
        /** The words beside it say that it lies where no bearer of the name does. */
        boolean elsewhere;

        Use(Mentions text, Mention.OfPlace named, double evidence) {
            this.text = text;
            this.named = named;
            this.evidence = evidence;
        }
    }

    Resolution(List<Mentions> texts, Surroundings report) {
        this.report = report;
        texts.forEach(this::read);
        names.values().forEach(this::dropWhatIsNoPlace);
        names.values().removeIf(name -> name.uses.isEmpty());
        names.values().stream().filter(name -> name.sure).forEach(name -> report.add(name.ranked.get(0)));
        names.values().forEach(name -> score(name, List.of()));
        names.values().stream().filter(name -> name.sure).forEach(name -> report.add(name.ranked.get(0)));
        names.values().forEach(name -> score(name, List.of()));
        List<Name> others = names.values().stream()
                .filter(name -> !name.ranked.isEmpty())
                .limit(MOST_OTHERS)
                .toList();
        List<List<PlaceChoice.Likely>> near = others.stream()
                .map(name -> PlaceChoice.likely(name.ranked, name.scores))
                .toList();
        names.values().forEach(name -> {
            int own = others.indexOf(name);
            List<List<PlaceChoice.Likely>> rest = new ArrayList<>(near);
            if (own >= 0) {
                rest.remove(own);
            }
            score(name, rest);
            if (war && !name.ranked.isEmpty() && !name.told && isOutlandish(name.ranked.get(0))) {
                name.ranked = List.of();
            }
        });
    }

    /** In a report of war a small town far from all countries that the report names is rather another town of that name, which no list has. */
    private boolean isOutlandish(Place place) {
        return place.population() < SMALL && report.isFar(place);
    }

    private void read(Mentions text) {
        PlaceNaming naming = new PlaceNaming(text.tokens(), text.copy(), text.cues());
        int warWords = 0;
        for (Token token : text.tokens()) {
            warWords += text.cues().war.contains(token.lower()) ? 1 : 0;
        }
        for (Mention.OfPlace named : text.inWords()) {
            use(new Use(text, named, PlaceNaming.CERTAIN));
        }
        for (Mention mention : text.all()) {
            if (mention instanceof Mention.OfPlace named) {
                Use use = new Use(text, named, naming.evidence(named));
                Name name = use(use);
                name.person |= naming.isPerson(named);
                use.told = Containment.told(text, named, naming);
                use.elsewhere = use.told.isEmpty() && naming.text.areaBehind(named.end()) instanceof Mention.OfRegion;
                name.certain |= use.evidence >= PlaceNaming.CERTAIN;
            } else if (mention instanceof Mention.OfParty party && isArmedGroup(party)) {
                warWords++;
            } else if (mention instanceof Mention.OfCountry named && text.isAttacker(named)) {
                attackers.add(named.country().code());
                war = true;
            }
        }
        war |= warWords > 0 && warWords * WAR_DENSITY >= text.tokens().size();
    }

    private Name use(Use use) {
        Name name = names.computeIfAbsent(surface(use.text, use.named), key -> new Name());
        name.uses.add(use);
        uses.put(use.named, use);
        return name;
    }

    private static boolean isArmedGroup(Mention.OfParty party) {
        ActorKind kind = party.candidates().get(0).kind();
        return kind == ActorKind.ARMED_GROUP || kind == ActorKind.MILITARY_COMPANY;
    }

    /** The name in lower case, without what is bound to it by a hyphen. */
    private static String surface(Mentions text, Mention.OfPlace named) {
        String last = text.tokens().get(named.end() - 1).lower();
        if (text.at(named.start()) != named) {
            last = last.substring(0, last.lastIndexOf('-'));
        }
        StringBuilder out = new StringBuilder();
        for (int i = named.start(); i < named.end() - 1; i++) {
            out.append(text.tokens().get(i).lower()).append(' ');
        }
        return out.append(last).toString();
    }

    private void dropWhatIsNoPlace(Name name) {
        double elsewhere = name.certain ? ELSEWHERE_PLACE : name.person ? ELSEWHERE_PERSON : 0;
        double enough = war ? ENOUGH_IN_WAR : PlaceNaming.ENOUGH;
        name.uses.removeIf(
                use -> use.evidence + elsewhere + (use.told.isEmpty() ? 0 : TOLD) <= enough || use.elsewhere);
        List<Place> told = List.of();
        for (Use use : name.uses) {
            use.name = name;
            beside(use, name.beside);
            if (use.told.isEmpty()) {
                use.told = told;
            } else {
                told = use.told;
                name.toldFirst = name.told ? name.toldFirst : told;
                name.ranked = name.toldFirst;
                name.told = true;
                name.sure = true;
            }
        }
    }

    /** Countries and regions named in the same sentence. */
    private static void beside(Use use, Map<String, Double> beside) {
        List<Token> tokens = use.text.tokens();
        for (int step = -1; step <= 1; step += 2) {
            int i = step < 0 ? use.named.start() - 1 : use.named.end();
            for (int seen = 0; seen < BESIDE && i >= 0 && i < tokens.size(); seen++, i += step) {
                if (tokens.get(i).text().equals(".") && !isAbbreviation(use.text, i)) {
                    break;
                }
                @Nullable Mention mention = use.text.at(i);
                if (mention instanceof Mention.OfCountry named && !use.text.isAttacker(named)) {
                    beside.put(named.country().code(), PlaceChoice.COUNTRY_BESIDE);
                } else if (mention instanceof Mention.OfRegion named) {
                    named.candidates().forEach(region -> beside.put(region.code(), PlaceChoice.REGION_BESIDE));
                }
            }
        }
    }

    private static boolean isAbbreviation(Mentions text, int dot) {
        return dot > 0 && text.at(dot - 1) instanceof Mention.OfRegion;
    }

    /** @param others the likely bearers of each of the report's other names */
    private void score(Name name, List<List<PlaceChoice.Likely>> others) {
        Use first = name.uses.get(0);
        List<Place> candidates = name.told ? name.toldFirst : supported(first.named);
        String surface = surface(first.text, first.named);
        for (Place place : candidates) {
            name.scores.put(place, score(place, name, surface) + PlaceChoice.near(place, others));
        }
        name.ranked = PlaceChoice.ranked(candidates, name.scores);
        name.sure = name.told || (first.named.exact() && PlaceChoice.isSure(name.ranked, name.scores));
    }

    /** A name that only sounds like one of the gazetteer counts only in a country of the report. */
    private List<Place> supported(Mention.OfPlace named) {
        return named.exact() ? named.candidates() : report.supported(named.candidates());
    }

    private double score(Place place, Name name, String surface) {
        double score =
                PlaceChoice.SIZE * Math.log10(PlaceChoice.size(place) + 100.0) + PlaceChoice.rank(place.feature());
        score += place.name().equalsIgnoreCase(surface) || place.isContested() ? PlaceChoice.MAIN_NAME : 0;
        score += PlaceChoice.COUNTRY * report.sureShare(place.country());
        score += PlaceChoice.REGION * report.regionShare(place.admin1());
        score += name.beside.getOrDefault(place.country(), 0.0);
        score += name.beside.getOrDefault(place.admin1(), 0.0);
        score += report.isNeighbour(place.country()) ? PlaceChoice.NEIGHBOUR : 0;
        if (war) {
            boolean atWar = name.uses.get(0).text.cues().conflict.contains(place.country());
            score += atWar ? PlaceChoice.AT_WAR : attackers.contains(place.country()) ? PlaceChoice.ATTACKER : 0;
        }
        return score;
    }

    /** The mentions of one of the texts, those of places resolved. */
    Mentions of(Mentions text) {
        @Nullable Mention[] byToken = text.copy();
        for (Mention mention : text.all()) {
            if (mention instanceof Mention.OfPlace named) {
                @Nullable Mention resolved = resolved(named);
                for (int i = named.start(); i < named.end(); i++) {
                    byToken[i] = resolved;
                }
            }
        }
        List<Mention.OfPlace> inWords = new ArrayList<>();
        for (Mention.OfPlace named : text.inWords()) {
            Mention.@Nullable OfPlace resolved = resolved(named);
            if (resolved != null) {
                inWords.add(resolved);
            }
        }
        return text.with(byToken, inWords);
    }

    private Mention.@Nullable OfPlace resolved(Mention.OfPlace named) {
        Use use = uses.get(named);
        Name name = use == null ? null : use.name;
        if (use == null || name == null || name.ranked.isEmpty()) {
            return null;
        }
        boolean elsewhere = !use.told.isEmpty() && !use.told.contains(name.ranked.get(0));
        List<Place> ranked = elsewhere ? use.told : name.ranked;
        return new Mention.OfPlace(named.start(), named.end(), ranked, named.exact());
    }
}
