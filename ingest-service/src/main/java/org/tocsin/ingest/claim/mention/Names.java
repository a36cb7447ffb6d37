package org.tocsin.ingest.claim.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.claim.lexicon.Triggers;
import org.tocsin.ingest.claim.lexicon.WordLists;
import org.tocsin.ingest.claim.text.Token;
import org.tocsin.reference.Actors;
import org.tocsin.reference.Countries;
import org.tocsin.reference.Place;
import org.tocsin.reference.Places;
import org.tocsin.reference.Region;
import org.tocsin.reference.Regions;

/** Finds the names of places, regions, countries and parties in a tokenised text. What looks like a place here may turn out to be none in the light of the report. */
public final class Names {
    private static final Set<String> LOWER_NAMES = Set.of("peshmerga", "taliban", "houthis", "houthi");

    /** A name that towns and a region share is the region's only where no town of it is larger. */
    private static final long LARGE_TOWN = 200_000;

    private static final long SEAT = 50_000;

    private static final Set<String> BOUND = Set.of("based", "area", "born", "bound", "raised", "trained");

    private final Places places;
    private final Actors actors;
    private final Countries countries;
    private final Regions regions = Regions.load();
    private final Cues cues;

    public Names(
            Places places, Countries countries, Actors actors, Triggers triggers, WordLists cues, WordLists parties) {
        this.places = places;
        this.actors = actors;
        this.countries = countries;
        this.cues = new Cues(triggers, cues, parties);
    }

    /** The names in a tokenised text; where two overlap the longer counts. */
    public Mentions in(String text, List<Token> tokens) {
        @Nullable Mention[] found = new @Nullable Mention[tokens.size()];
        List<Mention.OfPlace> inWords = new ArrayList<>();
        int i = 0;
        while (i < tokens.size()) {
            boolean inside =
                    !inWords.isEmpty() && i < inWords.get(inWords.size() - 1).end();
            if (!inside && tokens.get(i).capitalised()) {
                inWord(text, tokens, i).ifPresent(inWords::add);
            }
            Optional<Mention> mention = tokens.get(i).isWord() ? longestAt(text, tokens, found, i) : Optional.empty();
            if (mention.isEmpty()) {
                i++;
                continue;
            }
            for (; i < mention.get().end(); i++) {
                found[i] = mention.get();
            }
        }
        return new Mentions(tokens, found, inWords, cues);
    }

    /** "Seattle-based", "New York-area": a place within a word, which is not the place itself. */
    private Optional<Mention.OfPlace> inWord(String text, List<Token> tokens, int i) {
        for (int j = i; j < Math.min(tokens.size(), i + 3); j++) {
            Token token = tokens.get(j);
            int hyphen = token.text().lastIndexOf('-');
            if (hyphen > 0 && BOUND.contains(token.lower().substring(hyphen + 1))) {
                int end = token.start() + hyphen;
                int last = j;
                return places.longestAt(text, tokens.get(i).start())
                        .filter(match -> match.exact() && match.end() == end)
                        .map(match -> new Mention.OfPlace(i, last + 1, match.candidates(), true));
            }
            if (!token.capitalised()) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Optional<Mention> longestAt(String text, List<Token> tokens, @Nullable Mention[] found, int i) {
        Optional<Mention> party = partyAt(text, tokens, i);
        Optional<Mention> country = countryAt(text, tokens, i);
        Optional<Mention.OfPlace> place = placeAt(text, tokens, i);
        Optional<Mention> best = longer(country, party);
        best = longer(best, place.map(named -> named));
        best = regionAt(text, tokens, found, i, best);
        return best.flatMap(mention -> townWithRegion(text, tokens, mention).or(() -> Optional.of(mention)));
    }

    private static Optional<Mention> longer(Optional<Mention> preferred, Optional<Mention> other) {
        if (preferred.isEmpty()
                || (other.isPresent() && other.get().end() > preferred.get().end())) {
            return other;
        }
        return preferred;
    }

    private Optional<Mention> countryAt(String text, List<Token> tokens, int i) {
        Token token = tokens.get(i);
        if (!token.capitalised() || token.text().equals("Us")) {
            return Optional.empty();
        }
        return countries.longestAt(text, token.start()).flatMap(match -> tokenEndingAt(tokens, i, match.end())
                .map(end -> new Mention.OfCountry(i, end, match.candidates().get(0), match.demonym())));
    }

    private Optional<Mention> partyAt(String text, List<Token> tokens, int i) {
        return actors.longestAt(text, tokens.get(i).start()).flatMap(match -> tokenEndingAt(tokens, i, match.end())
                .filter(end -> looksLikeName(tokens, i, end))
                .map(end -> new Mention.OfParty(i, end, match.candidates())));
    }

    /** An alias that is also a common word needs a capital: "Is", "Shabab", "Lions". */
    private static boolean looksLikeName(List<Token> tokens, int start, int end) {
        for (int i = start; i < end; i++) {
            Token token = tokens.get(i);
            if (token.hasCapital() || token.isNumber()) {
                String word = token.text();
                return end - start > 1 || word.length() > 3 || token.allCapitals() || word.indexOf('-') > 0;
            }
        }
        return end - start > 1 || LOWER_NAMES.contains(tokens.get(start).lower());
    }

    private Optional<Mention.OfPlace> placeAt(String text, List<Token> tokens, int i) {
        Token token = tokens.get(i);
        if (!mayBeginPlace(tokens, i)
                || (cues.notPlaces.contains(token.lower())
                        && i + 1 < tokens.size()
                        && !tokens.get(i + 1).capitalised())) {
            return Optional.empty();
        }
        return places.longestAt(text, token.start()).flatMap(match -> tokenEndingAt(tokens, i, match.end())
                .filter(end -> canBePlace(tokens, i, end, match.exact()))
                .map(end -> new Mention.OfPlace(i, end, match.candidates(), match.exact())));
    }

    /** A capital, or what can be an article before one ("as-Suwayda", "al Bab"); which words are articles the finder knows. */
    private static boolean mayBeginPlace(List<Token> tokens, int i) {
        Token token = tokens.get(i);
        return token.hasCapital()
                || (token.text().length() <= 3
                        && i + 1 < tokens.size()
                        && tokens.get(i + 1).capitalised());
    }

    private boolean canBePlace(List<Token> tokens, int start, int end, boolean exact) {
        Token first = tokens.get(start);
        if (end - start > 1) {
            Token last = tokens.get(end - 1);
            return last.capitalised() || last.lower().indexOf('-') > 0 || last.isNumber();
        }
        String lower = first.lower().toLowerCase(Locale.ROOT);
        boolean word = cues.never.contains(lower)
                || cues.notPlaces.contains(lower)
                || cues.commonNouns.contains(lower)
                || (cues.triggers.knows(lower) && !isTold(tokens, start));
        return !word && first.text().length() > 2 && (exact || first.text().length() > 3);
    }

    /** "in Hit", "the town of Hit": a trigger is the name of a town only there. */
    private boolean isTold(List<Token> tokens, int i) {
        String before = i > 0 ? tokens.get(i - 1).lower() : "";
        String before2 = i > 1 ? tokens.get(i - 2).lower() : "";
        return tokens.get(i).capitalised()
                && !tokens.get(i).allCapitals()
                && (before.equals("in") || (before.equals("of") && cues.kind.contains(before2)));
    }

    /** The region at the token, where there is one and it is rather meant than what else was found. */
    private Optional<Mention> regionAt(
            String text, List<Token> tokens, @Nullable Mention[] found, int i, Optional<Mention> other) {
        Token token = tokens.get(i);
        if (!token.capitalised()) {
            return other;
        }
        Mention.@Nullable OfPlace town = townBefore(tokens, found, i);
        if (town != null) {
            Optional<Mention> own = regionOf(text, tokens, town, i);
            if (own.isPresent()) {
                return own;
            }
        }
        if (isAbbreviatedBehindName(tokens, i)) {
            return Optional.of(new Mention.OfRegion(i, i + 1, regions.abbreviated(token.text())));
        }
        Optional<Mention> region = regions.longestAt(text, token.start())
                .flatMap(match -> tokenEndingAt(tokens, i, match.end())
                        .map(end -> new Mention.OfRegion(i, end, match.candidates())));
        if (region.isEmpty()
                || (other.isPresent() && other.get().end() > region.get().end())) {
            return other;
        }
        boolean longer = other.isEmpty() || other.get().end() < region.get().end();
        boolean meant = longer
                || (other.get() instanceof Mention.OfPlace named
                        && region.get() instanceof Mention.OfRegion area
                        && isRegionRather(area.candidates(), named));
        return meant ? region : other;
    }

    /** "LAUREL COUNTY, Ky.", and behind towns that no list has. */
    private boolean isAbbreviatedBehindName(List<Token> tokens, int i) {
        String written = tokens.get(i).text();
        boolean behind = i > 1
                && tokens.get(i - 1).text().equals(",")
                && tokens.get(i - 2).capitalised()
                && !regions.abbreviated(written).isEmpty();
        boolean dotted = written.endsWith(".")
                || (i + 1 < tokens.size() && tokens.get(i + 1).text().equals("."));
        return behind && dotted && written.length() > 1;
    }

    private static boolean isRegionRather(List<Region> regions, Mention.OfPlace named) {
        if (regions.stream().anyMatch(Region::known)) {
            return true;
        }
        Place largest = named.candidates().get(0);
        boolean seat = named.candidates().stream()
                .anyMatch(place -> regions.stream().anyMatch(region -> isSeat(place, region)));
        return !seat && largest.population() < LARGE_TOWN && !largest.feature().equals("PPLC");
    }

    /** Whether the town lies in the region, or is large and lies in its country: of provinces split off lately the list still has the seat in the old one. */
    private static boolean isSeat(Place place, Region region) {
        return region.code().equals(place.admin1())
                || (region.country().equals(place.country()) && place.population() >= SEAT);
    }

    /** The town that stands right before the token, with a comma or a bracket between. */
    private static Mention.@Nullable OfPlace townBefore(List<Token> tokens, @Nullable Mention[] found, int i) {
        boolean mark = i > 1
                && (tokens.get(i - 1).text().equals(",")
                        || tokens.get(i - 1).text().equals("("));
        return mark && found[i - 2] instanceof Mention.OfPlace town ? town : null;
    }

    /** "Ky." or "New York" where the town before has a bearer there. */
    private Optional<Mention> regionOf(String text, List<Token> tokens, Mention.OfPlace town, int i) {
        String written = tokens.get(i).text();
        List<Region> own = havingTown(regions.abbreviated(written), town.candidates());
        if (!own.isEmpty()) {
            return Optional.of(new Mention.OfRegion(i, i + 1, own));
        }
        return regions.longestAt(text, tokens.get(i).start())
                .flatMap(match -> tokenEndingAt(tokens, i, match.end())
                        .map(end -> new Mention.OfRegion(i, end, havingTown(match.candidates(), town.candidates()))))
                .filter(region -> region.candidates().stream().anyMatch(Names::abbreviates))
                .map(region -> region);
    }

    /** States and provinces that are customarily told behind their towns. */
    private static boolean abbreviates(Region region) {
        return region.country().equals("US")
                || region.country().equals("CA")
                || region.country().equals("AU");
    }

    private static List<Region> havingTown(List<Region> regions, List<Place> towns) {
        return regions.stream()
                .filter(region -> towns.stream().anyMatch(town -> town.admin1().equals(region.code())))
                .toList();
    }

    /** "Turkey, Texas", "Delaware, Ohio", "Jordan, Ont.": what bears the name of a country or region is a town when its region stands behind it. */
    private Optional<Mention> townWithRegion(String text, List<Token> tokens, Mention mention) {
        int behind = mention.end() + 1;
        boolean named = mention instanceof Mention.OfRegion
                || (mention instanceof Mention.OfCountry country && !country.demonym());
        if (!named
                || behind >= tokens.size()
                || !tokens.get(mention.end()).text().equals(",")) {
            return Optional.empty();
        }
        int start = tokens.get(mention.start()).start();
        return places.longestAt(text, start)
                .filter(match -> match.exact()
                        && match.end() == tokens.get(mention.end() - 1).end())
                .map(match -> new Mention.OfPlace(mention.start(), mention.end(), match.candidates(), true))
                .filter(town -> regionOf(text, tokens, town, behind).isPresent())
                .map(town -> town);
    }

    private static Optional<Integer> tokenEndingAt(List<Token> tokens, int start, int charEnd) {
        for (int i = start; i < tokens.size() && tokens.get(i).end() <= charEnd; i++) {
            if (tokens.get(i).end() == charEnd) {
                return Optional.of(i + 1);
            }
        }
        return Optional.empty();
    }
}
