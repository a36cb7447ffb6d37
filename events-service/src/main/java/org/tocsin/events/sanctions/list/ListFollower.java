package org.tocsin.events.sanctions.list;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.tocsin.events.sanctions.entry.ListId;

/** Who must act when a version of a list is taken. */
public interface ListFollower {
    /**
     * A version that came into force.
     *
     * @param previous the version before it in the order of days; 0 when it is the first, and then there are no changes
     * @param live whether it is news: the latest version, of these days; false for history that is taken in later
     */
    record Taken(
            ListId list,
            int version,
            int previous,
            LocalDate asOf,
            boolean live,
            List<EntryChange> changes,
            Instant at) {}

    /** Called in the transaction in which the version is taken, which holds the list's lock. */
    void taken(Taken version);
}
