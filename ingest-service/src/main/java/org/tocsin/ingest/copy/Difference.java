package org.tocsin.ingest.copy;

import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.tocsin.ingest.copy.Vocabulary.Mark;

/** Whether two sentences that are much alike differ in what decides: then they tell two things. */
final class Difference {
    private static final Set<Mark> ONE_SIDED = Set.of(Mark.NOT, Mark.DENY, Mark.MAYBE, Mark.PART);

    private Difference() {}

    /** What decides, in a word; nothing if they tell the same. */
    static Optional<String> between(Line one, Line other) {
        if (otherDoer(one, other)) {
            return Optional.of("doer");
        }
        Set<String> here = without(one.set(), other.set());
        Set<String> there = without(other.set(), one.set());
        if (both(here, there, Vocabulary::isDay)) {
            return Optional.of("day");
        }
        if (both(here, there, Vocabulary::isNumber)) {
            return Optional.of("number");
        }
        if (otherName(one, here, other, there) || otherName(other, there, one, here)) {
            return Optional.of("name");
        }
        for (Mark mark : Mark.values()) {
            boolean oneHas = one.marks().contains(mark);
            if (oneHas == other.marks().contains(mark)) {
                continue;
            }
            if (ONE_SIDED.contains(mark) || otherDeed(oneHas ? other : one, oneHas ? one : other)) {
                return Optional.of(mark.name());
            }
        }
        return Optional.empty();
    }

    /** "Rebels captured it from the army" and "The army captured it from rebels": the same words, another happening. */
    private static boolean otherDoer(Line one, Line other) {
        return one.deed().equals(other.deed())
                && !one.doer().isEmpty()
                && !other.doer().isEmpty()
                && Collections.disjoint(one.doer(), other.doer())
                && other.set().containsAll(one.doer())
                && one.set().containsAll(other.doer());
    }

    /** A deed that only one tells decides where the other tells another deed in its place. */
    private static boolean otherDeed(Line without, Line with) {
        return without.marks().stream()
                .anyMatch(mark -> mark.isDeed() && !with.marks().contains(mark));
    }

    /** A name on one side in whose place there is another on the other side. */
    private static boolean otherName(Line one, Set<String> here, Line other, Set<String> there) {
        boolean name = here.stream().anyMatch(one.names()::contains);
        boolean inItsPlace = there.stream()
                .anyMatch(word -> other.names().contains(word) || other.first().contains(word));
        return name && inItsPlace;
    }

    private static boolean both(Set<String> here, Set<String> there, Predicate<String> kind) {
        return here.stream().anyMatch(kind) && there.stream().anyMatch(kind);
    }

    private static Set<String> without(Set<String> words, Set<String> others) {
        Set<String> left = new HashSet<>(words);
        left.removeAll(others);
        return left;
    }
}
