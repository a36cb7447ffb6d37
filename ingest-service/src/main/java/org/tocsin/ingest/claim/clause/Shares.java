package org.tocsin.ingest.claim.clause;

import java.util.Optional;
import java.util.Set;
import org.tocsin.ingest.claim.Extent;
import org.tocsin.ingest.claim.lexicon.WordLists;

/** How much of a place a noun means that stands for some of it: "the outskirts", "80%", "the airport". */
final class Shares {
    private static final Set<String> WHOLE = Set.of("all", "whole", "rest");
    private static final Set<String> SMALL_REGIONS = Set.of("area", "areas", "district", "districts");

    private static final Set<String> CENTRE = Set.of("centre", "center");
    private static final Set<String> GREATER = Set.of("greater", "larger", "better", "best", "greatest", "largest");
    /** "the trading centre of Kaga Bandoro" is the town. */
    private static final Set<String> OF_A_TOWN = Set.of(
            "district",
            "trading",
            "mining",
            "commercial",
            "administrative",
            "regional",
            "provincial",
            "urban",
            "population",
            "industrial",
            "economic",
            "logistics",
            "transport",
            "oil",
            "agricultural",
            "tourist");

    private final Set<String> facility;
    private final Set<String> part;
    private final Set<String> most;
    private final Set<String> surroundings;
    private final Set<String> region;

    Shares(WordLists cues) {
        this.facility = cues.words("facility");
        this.part = cues.words("part");
        this.most = cues.words("most");
        this.surroundings = cues.words("surroundings");
        this.region = cues.words("region");
    }

    boolean isFacility(String lower) {
        return facility.contains(lower);
    }

    boolean isPart(String lower) {
        return part.contains(lower);
    }

    /** Is it a share that is a region of its own when a name stands before it: "the Donbas countryside"? */
    boolean isRegion(String lower) {
        boolean share = part.contains(lower) || most.contains(lower) || surroundings.contains(lower);
        return share && region.contains(lower) && !SMALL_REGIONS.contains(lower);
    }

    /** Empty when the phrase names no share of a place. */
    Optional<Extent> of(Words words, Phrase phrase) {
        String head = words.lower(phrase.head());
        if (Pointers.isPoint(words, phrase.head())) {
            return Optional.of(Extent.PART);
        }
        if (part.contains(head)) {
            if (head.equals("part") && words.anyOf(phrase.start(), phrase.head(), GREATER)) {
                return Optional.of(Extent.MOST);
            }
            boolean town = CENTRE.contains(head) && words.anyOf(phrase.start(), phrase.head(), OF_A_TOWN);
            return Optional.of(town ? Extent.WHOLE : Extent.PART);
        }
        if (surroundings.contains(head)) {
            return Optional.of(Extent.SURROUNDINGS);
        }
        if (most.contains(head)) {
            return Optional.of(Extent.MOST);
        }
        boolean allOfIt =
                head.equals("territory") && words.anyOf(phrase.start(), phrase.head(), Set.of("entire", "whole"));
        if (WHOLE.contains(head) || allOfIt) {
            return Optional.of(Extent.WHOLE);
        }
        if (isPercentage(words, phrase, head)) {
            return Optional.of(isHalf(words, phrase) ? Extent.MOST : Extent.PART);
        }
        return facility.contains(head) ? Optional.of(Extent.FACILITY) : Optional.empty();
    }

    private static boolean isPercentage(Words words, Phrase phrase, String head) {
        return Set.of("%", "percent", "per cent").contains(head)
                || (head.equals("cent") && words.lower(phrase.head() - 1).equals("per"));
    }

    /** "80%", "ninety per cent": more than half? */
    private static boolean isHalf(Words words, Phrase phrase) {
        for (int i = phrase.start(); i < phrase.end(); i++) {
            String lower = words.lower(i);
            boolean digits = lower.length() == 2 && Character.isDigit(lower.charAt(0)) && lower.charAt(0) >= '6';
            if (digits || Set.of("100", "sixty", "seventy", "eighty", "ninety").contains(lower.split("-", -1)[0])) {
                return true;
            }
        }
        return false;
    }
}
