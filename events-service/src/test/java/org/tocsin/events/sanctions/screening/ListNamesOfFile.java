package org.tocsin.events.sanctions.screening;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.tocsin.events.sanctions.entry.ListEntry;
import org.tocsin.events.sanctions.entry.ListId;
import org.tocsin.events.sanctions.list.SanctionsLists.InForce;
import org.tocsin.reference.Countries;

/** Entries of a file as the service would have their names in memory. */
final class ListNamesOfFile {
    private ListNamesOfFile() {}

    static ListNames names(ListId list, List<ListEntry> entries, Countries countries) {
        InForce version =
                new InForce(list, 1, LocalDate.EPOCH, LocalDate.EPOCH, entries.size(), 0, false, Instant.EPOCH);
        return ListNames.of(version, entries, countries);
    }
}
