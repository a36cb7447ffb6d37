package org.tocsin.events.sanctions.screening;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.sanctions.entry.EntryKind;
import org.tocsin.events.sanctions.entry.EntryName;
import org.tocsin.events.sanctions.entry.ListId;

/** A name of an entry, with what a candidate tells of the entry. */
record ListedName(Bearer bearer, EntryName name) {
    /**
     * What is listed.
     *
     * @param since first day on the list by the list's own word
     * @param countries ISO codes; empty when the list names none, or one that is not recognised, for then nothing can be concluded
     */
    record Bearer(
            ListId list,
            String reference,
            EntryKind kind,
            String name,
            List<String> programmes,
            @Nullable LocalDate since,
            Set<String> countries) {}
}
