package org.tocsin.events.sanctions.entry;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One entry of one version of a list. An entry is the same from version to version when list and reference are.
 *
 * @param reference what the entry is cited by: OFAC's number ({@code 47664}), the UN's permanent reference number ({@code QDe.115}), the UK's
 *     unique id ({@code AFG0001}), the EU's reference number ({@code EU.27.28})
 * @param record the publisher's own number of the record, by which an entry is recognised when its reference changes; often the reference
 * @param names the first is the primary one
 * @param programmes in the list's own codes ({@code SDGT}, {@code Al-Qaida}), sorted
 * @param listedOn first day on the list by the list's own word; null where the list does not say (OFAC's csv files)
 * @param amendedOn day of the last amendment by the list's own word
 * @param countries of nationality, address or flag, in the list's own words, sorted
 * @param details what else the list has of it, by a name in camel case ({@code title}, {@code vesselFlag}, {@code unReference})
 */
public record ListEntry(
        ListId list,
        String reference,
        String record,
        EntryKind kind,
        List<EntryName> names,
        List<String> programmes,
        @Nullable LocalDate listedOn,
        @Nullable LocalDate amendedOn,
        @Nullable String remarks,
        List<String> countries,
        List<String> addresses,
        SortedMap<String, String> details) {
    public ListEntry {
        names = List.copyOf(names);
        if (names.isEmpty()) {
            throw new IllegalArgumentException("an entry without a name: " + reference);
        }
        programmes = programmes.stream().distinct().sorted().toList();
        countries = countries.stream().distinct().sorted().toList();
        addresses = addresses.stream().distinct().toList();
        details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
    }

    /** The primary name. */
    public String name() {
        return names.get(0).text();
    }

    /** The same entry with the day it was listed, where the list itself does not say. */
    public ListEntry listedOn(LocalDate day) {
        return new ListEntry(
                list,
                reference,
                record,
                kind,
                names,
                programmes,
                day,
                amendedOn,
                remarks,
                countries,
                addresses,
                details);
    }
}
