package org.tocsin.events.sanctions.format;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tocsin.events.sanctions.entry.ListEntry;

/**
 * What a file says.
 *
 * @param publishedOn the day of the file by its own word
 * @param parts which of the publisher's files it was made of; two versions are only compared in what both have
 * @param faults what is wrong though the entries could be read
 */
public record ParsedList(
        List<ListEntry> entries, Optional<LocalDate> publishedOn, Set<Part> parts, List<Fault> faults) {
    public ParsedList {
        entries = List.copyOf(entries);
        parts = Set.copyOf(parts.isEmpty() ? EnumSet.of(Part.MAIN) : parts);
        faults = List.copyOf(faults);
    }

    /** The files that a version of OFAC comes in; other lists come in one, which is MAIN. */
    public enum Part {
        MAIN,
        ALIASES,
        ADDRESSES,
        COMMENTS,
        /** The advanced xml, which has the days of listing. */
        ADVANCED,
        /** Not a file: the mark at the end of OFAC's csv files. */
        END_MARK
    }
}
