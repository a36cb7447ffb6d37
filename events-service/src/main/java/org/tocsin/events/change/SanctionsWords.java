package org.tocsin.events.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tocsin.events.sanctions.ListNews.EntryNews;
import org.tocsin.events.sanctions.list.EntryChange;

/** What a version of a sanctions list altered about an actor, in words that a person can read. */
final class SanctionsWords {
    private static final int MOST_ENTRIES = 5;

    private SanctionsWords() {}

    /** {@code OFAC_SDN added ANSARALLAH (47664); not listed before, listed now}. */
    static String what(SanctionsChange change) {
        List<String> parts = new ArrayList<>();
        change.entries().stream().limit(MOST_ENTRIES).forEach(entry -> parts.add(entry(entry)));
        int more = change.entries().size() - MOST_ENTRIES;
        if (more > 0) {
            parts.add(more + " more");
        }
        return change.list() + " " + String.join(", ", parts) + "; " + standing(change);
    }

    static String standing(SanctionsChange change) {
        String after = word(change.after().name());
        return change.before() == change.after()
                ? "still " + after
                : word(change.before().name()) + " before, " + after + " now";
    }

    static String entry(EntryNews entry) {
        String amended =
                entry.amended().stream().map(aspect -> word(aspect.name())).collect(Collectors.joining(" and "));
        String did = entry.kind() == EntryChange.Kind.AMENDED
                ? "amended " + amended + " of"
                : word(entry.kind().name());
        return did + " " + entry.name() + " (" + entry.reference() + ")";
    }

    /** What the actor is to the entry. */
    static String relation(EntryNews entry) {
        return entry.relation() == null
                ? "bears a name of the actor; nobody has decided whether it is"
                : switch (entry.relation()) {
                    case IS -> "is the actor";
                    case PART_OF -> "the actor is part of it";
                    case UMBRELLA -> "is part of the actor";
                    case LED_BY -> "leads the actor";
                };
    }

    static String word(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
