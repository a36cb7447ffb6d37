package org.tocsin.ingest.claim.clause;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.tocsin.ingest.claim.ActorName;
import org.tocsin.ingest.claim.lexicon.WordLists;

/** What the words say of a party that has no name. */
final class DescribedParties {
    private final Set<String> armed;
    private final Set<String> units;

    DescribedParties(WordLists parties) {
        this.armed = parties.words("armed");
        this.units = parties.words("forces");
    }

    /** "rebels", "Syrian rebel groups", "the Syrian opposition". */
    boolean isBand(String name) {
        String last = lastWord(name);
        boolean groups = Set.of("groups", "group", "forces", "factions", "brigades", "units")
                        .contains(last)
                && Arrays.stream(name.split(" ")).anyMatch(word -> armed.contains(lastWord(word)));
        return armed.contains(last) || last.equals("opposition") || groups;
    }

    /** "the Southern grouping", "assault units": somebody's, and nothing says that they are another side's. */
    boolean isUnit(ActorName name) {
        boolean other = Arrays.stream(name.name().split(" "))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .anyMatch(word -> armed.contains(word) || word.indexOf('-') > 0 || word.endsWith("'s"));
        return units.contains(lastWord(name.name())) && !other;
    }

    static String lastWord(String words) {
        return words.substring(words.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    }
}
