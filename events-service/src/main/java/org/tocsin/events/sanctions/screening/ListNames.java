package org.tocsin.events.sanctions.screening;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tocsin.events.sanctions.entry.EntryName;
import org.tocsin.events.sanctions.entry.ListEntry;
import org.tocsin.events.sanctions.list.SanctionsLists.InForce;
import org.tocsin.events.sanctions.matching.NameIndex;
import org.tocsin.events.sanctions.matching.Variants;
import org.tocsin.reference.Countries;
import org.tocsin.reference.Country;

/** All names of one version of a list, ready to be searched. */
record ListNames(InForce version, NameIndex<ListedName> index) {
    static ListNames of(InForce version, Iterable<ListEntry> entries, Countries countries) {
        var names = new ArrayList<NameIndex.Entry<ListedName>>();
        for (ListEntry entry : entries) {
            var bearer = new ListedName.Bearer(
                    entry.list(),
                    entry.reference(),
                    entry.kind(),
                    entry.name(),
                    entry.programmes(),
                    entry.listedOn(),
                    codes(entry.countries(), countries));
            Set<String> seen = new HashSet<>();
            for (EntryName name : entry.names()) {
                for (String text : Variants.of(name.text())) {
                    if (seen.add(text)) {
                        names.add(new NameIndex.Entry<>(new ListedName(bearer, name), text));
                    }
                }
            }
        }
        return new ListNames(version, new NameIndex<>(names));
    }

    private static Set<String> codes(List<String> named, Countries countries) {
        Set<String> codes = new HashSet<>();
        for (String name : named) {
            Optional<Country> country = countries.named(name);
            if (country.isEmpty()) {
                return Set.of();
            }
            codes.add(country.get().code());
        }
        return Set.copyOf(codes);
    }
}
