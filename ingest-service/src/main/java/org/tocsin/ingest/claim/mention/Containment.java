package org.tocsin.ingest.claim.mention;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.claim.text.Token;
import org.tocsin.reference.Place;

/** What the words beside a name say about where the place lies: "Paris, Texas", "Azaz, a town in northern Syria", "the Iraqi town of Hit", "Hama in Syria". */
final class Containment {
    private static final int APPOSITION = 9;
    private static final int BEFORE = 5;
    private static final Set<String> FILL = Set.of(
            "the",
            "a",
            "an",
            "northern",
            "southern",
            "eastern",
            "western",
            "central",
            "north",
            "south",
            "east",
            "west",
            "northeastern",
            "northwestern",
            "southeastern",
            "southwestern",
            "north-eastern",
            "north-western",
            "south-eastern",
            "south-western",
            "province",
            "state",
            "district",
            "region",
            "county",
            "of",
            "city",
            "town",
            "village",
            "neighboring",
            "neighbouring",
            "nearby",
            "rural",
            "far",
            "capital",
            "port",
            "border",
            "strategic",
            "coastal",
            "'s",
            "key",
            "main",
            "largest",
            "second",
            "ancient",
            "historic",
            "holy",
            "suburb",
            "industrial",
            "mining",
            "oil",
            "rebel-held",
            "besieged");

    private Containment() {}

    /** The candidates that the words beside the name allow; empty when they say nothing, or nothing that any candidate fits. */
    static List<Place> told(Mentions text, Mention.OfPlace named, PlaceNaming naming) {
        List<Token> tokens = text.tokens();
        @Nullable Mention behind = naming.text.areaBehind(named.end());
        if (behind != null) {
            List<Place> there = within(named, behind);
            if (!there.isEmpty() || behind instanceof Mention.OfRegion) {
                return there;
            }
        }
        @Nullable Mention inside = insideOf(tokens, named, naming);
        if (inside != null) {
            return within(named, inside);
        }
        @Nullable Mention owner = ownerOf(tokens, named, naming);
        return owner == null ? List.of() : within(named, owner);
    }

    /** "Hama in Syria", "Azaz, a town in northern Syria". */
    private static @Nullable Mention insideOf(List<Token> tokens, Mention.OfPlace named, PlaceNaming naming) {
        int i = named.end();
        if (i >= tokens.size()) {
            return null;
        }
        boolean in = tokens.get(i).lower().equals("in");
        boolean apposed = tokens.get(i).text().equals(",")
                && i + 1 < tokens.size()
                && Set.of("a", "an", "the", "capital", "in")
                        .contains(tokens.get(i + 1).lower());
        if (!in && !apposed) {
            return null;
        }
        for (int j = i + 1; j < Math.min(tokens.size(), i + APPOSITION); j++) {
            @Nullable Mention mention = naming.text.at(j);
            if (mention instanceof Mention.OfRegion || mention instanceof Mention.OfCountry) {
                return mention;
            }
            String lower = tokens.get(j).lower();
            boolean fill = FILL.contains(lower)
                    || lower.equals("in")
                    || (apposed && tokens.get(j).isWord());
            if (!fill || mention != null) {
                return null;
            }
        }
        return null;
    }

    /** "the Iraqi town of Hit", "Syria's Hama", "Ontario town Paris". */
    private static @Nullable Mention ownerOf(List<Token> tokens, Mention.OfPlace named, PlaceNaming naming) {
        for (int i = named.start() - 1; i >= Math.max(0, named.start() - BEFORE); i--) {
            @Nullable Mention mention = naming.text.at(i);
            if (mention instanceof Mention.OfRegion || mention instanceof Mention.OfCountry) {
                return i < named.start() - 1 ? mention : null;
            }
            if (mention != null || !FILL.contains(tokens.get(i).lower())) {
                return null;
            }
        }
        return null;
    }

    private static List<Place> within(Mention.OfPlace named, Mention area) {
        Predicate<Place> lies;
        if (area instanceof Mention.OfRegion of) {
            lies = place ->
                    of.candidates().stream().anyMatch(region -> region.code().equals(place.admin1()));
        } else if (area instanceof Mention.OfCountry of) {
            lies = place -> of.country().code().equals(place.country());
        } else {
            return List.of();
        }
        return named.candidates().stream().filter(lies).toList();
    }
}
