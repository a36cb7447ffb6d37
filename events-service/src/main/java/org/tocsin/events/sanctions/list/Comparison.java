package org.tocsin.events.sanctions.list;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.sanctions.entry.EntryName;
import org.tocsin.events.sanctions.entry.EntryName.Strength;
import org.tocsin.events.sanctions.entry.ListEntry;
import org.tocsin.events.sanctions.entry.ListId;
import org.tocsin.events.sanctions.format.ParsedList.Part;

/**
 * What changed between two versions of a list. Pure. Only what both versions have files for is compared: aliases that one has because its file
 * of aliases was sent with it are no amendment.
 */
public final class Comparison {
    private static final Set<String> REFERENCES = Set.of("unReference");

    private final boolean main;
    private final boolean aliases;
    private final boolean addresses;
    private final boolean dates;

    private Comparison(ListId list, Set<Part> before, Set<Part> after) {
        boolean ofac = list == ListId.OFAC_SDN || list == ListId.OFAC_CONSOLIDATED;
        // Strong aliases are in OFAC's file of aliases, or in its advanced xml where that came alone.
        this.main = !ofac || both(Part.MAIN, before, after) || (aloneAdvanced(before) && aloneAdvanced(after));
        this.aliases = !ofac || (hasAliases(before) && hasAliases(after));
        this.addresses = !ofac || both(Part.ADDRESSES, before, after);
        this.dates = !ofac || both(Part.ADVANCED, before, after);
    }

    private static boolean both(Part part, Set<Part> before, Set<Part> after) {
        return before.contains(part) && after.contains(part);
    }

    private static boolean aloneAdvanced(Set<Part> parts) {
        return parts.contains(Part.ADVANCED) && !parts.contains(Part.MAIN);
    }

    private static boolean hasAliases(Set<Part> parts) {
        return parts.contains(Part.ALIASES) || aloneAdvanced(parts);
    }

    /** The differences in the order of their references: removed and amended ones of before, then added ones. */
    public static List<EntryChange> between(
            ListId list,
            Collection<ListEntry> before,
            Set<Part> beforeParts,
            Collection<ListEntry> after,
            Set<Part> afterParts) {
        return new Comparison(list, beforeParts, afterParts).compare(byReference(before), byReference(after));
    }

    private static SortedMap<String, ListEntry> byReference(Collection<ListEntry> entries) {
        SortedMap<String, ListEntry> found = new TreeMap<>();
        entries.forEach(entry -> found.put(entry.reference(), entry));
        return found;
    }

    private List<EntryChange> compare(SortedMap<String, ListEntry> before, SortedMap<String, ListEntry> after) {
        Map<String, ListEntry> renumbered = new HashMap<>();
        after.values().stream()
                .filter(entry -> !before.containsKey(entry.reference())
                        && !entry.record().equals(entry.reference()))
                .forEach(entry -> renumbered.put(entry.record(), entry));
        List<EntryChange> changes = new ArrayList<>();
        Set<String> taken = new TreeSet<>();
        for (ListEntry old : before.values()) {
            ListEntry now = after.get(old.reference());
            ListEntry moved = now == null ? renumbered.remove(old.record()) : null;
            if (moved != null) {
                taken.add(moved.reference());
                EnumSet<Aspect> aspects = aspects(old, moved);
                aspects.add(Aspect.REFERENCE);
                changes.add(EntryChange.amended(old, moved, aspects));
            } else if (now == null) {
                changes.add(EntryChange.removed(old));
            } else {
                EnumSet<Aspect> aspects = aspects(old, now);
                if (!aspects.isEmpty()) {
                    changes.add(EntryChange.amended(old, now, aspects));
                }
            }
        }
        after.values().stream()
                .filter(entry -> !before.containsKey(entry.reference()) && !taken.contains(entry.reference()))
                .forEach(entry -> changes.add(EntryChange.added(entry)));
        return changes;
    }

    private EnumSet<Aspect> aspects(ListEntry before, ListEntry after) {
        EnumSet<Aspect> found = EnumSet.noneOf(Aspect.class);
        note(found, Aspect.NAME, before.name(), after.name());
        note(found, Aspect.ALIAS, otherNames(before), otherNames(after));
        note(found, Aspect.PROGRAMME, before.programmes(), after.programmes());
        note(found, Aspect.OTHER, before.kind(), after.kind());
        if (main) {
            note(found, Aspect.REMARK, before.remarks(), after.remarks());
            note(found, Aspect.REFERENCE, references(before, true), references(after, true));
            note(found, Aspect.OTHER, references(before, false), references(after, false));
            note(found, Aspect.OTHER, before.amendedOn(), after.amendedOn());
        }
        if (addresses) {
            note(found, Aspect.OTHER, Set.copyOf(before.addresses()), Set.copyOf(after.addresses()));
            note(found, Aspect.OTHER, before.countries(), after.countries());
        }
        if (dates) {
            note(found, Aspect.OTHER, before.listedOn(), after.listedOn());
        }
        return found;
    }

    private static void note(Set<Aspect> found, Aspect aspect, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            found.add(aspect);
        }
    }

    private Set<EntryName> otherNames(ListEntry entry) {
        return entry.names().stream()
                .skip(1)
                .filter(name -> name.strength() == Strength.WEAK ? main : aliases)
                .collect(Collectors.toSet());
    }

    private static Map<String, String> references(ListEntry entry, boolean wanted) {
        Map<String, String> some = new LinkedHashMap<>(entry.details());
        some.keySet().removeIf(name -> REFERENCES.contains(name) != wanted);
        return some;
    }
}
