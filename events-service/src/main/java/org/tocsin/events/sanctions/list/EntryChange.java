package org.tocsin.events.sanctions.list;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.sanctions.entry.ListEntry;

/**
 * One difference between two versions of a list.
 *
 * @param reference of the entry after it, or before it when it was removed
 * @param aspects what was amended; empty when the entry was added or removed
 */
public record EntryChange(
        Kind kind,
        String reference,
        SortedSet<Aspect> aspects,
        @Nullable ListEntry before,
        @Nullable ListEntry after) {
    /** Whether an entry came, went or is another. */
    public enum Kind {
        ADDED,
        REMOVED,
        AMENDED
    }

    public EntryChange {
        aspects = Collections.unmodifiableSortedSet(new TreeSet<>(aspects));
    }

    static EntryChange added(ListEntry after) {
        return new EntryChange(Kind.ADDED, after.reference(), new TreeSet<>(), null, after);
    }

    static EntryChange removed(ListEntry before) {
        return new EntryChange(Kind.REMOVED, before.reference(), new TreeSet<>(), before, null);
    }

    static EntryChange amended(ListEntry before, ListEntry after, Set<Aspect> aspects) {
        return new EntryChange(Kind.AMENDED, after.reference(), new TreeSet<>(aspects), before, after);
    }

    /** Whether it alters who is listed as what: names, programmes, references and the listing itself, not remarks or addresses. */
    public boolean ofIdentity() {
        EnumSet<Aspect> some = EnumSet.of(Aspect.NAME, Aspect.ALIAS, Aspect.PROGRAMME, Aspect.REFERENCE);
        return kind != Kind.AMENDED || aspects.stream().anyMatch(some::contains);
    }
}
