package org.tocsin.events.sanctions;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.actor.Party;
import org.tocsin.events.sanctions.entry.ListId;
import org.tocsin.events.sanctions.list.Aspect;
import org.tocsin.events.sanctions.list.EntryChange;
import org.tocsin.reference.ActorLink.Relation;

/**
 * What a version of a list altered about one actor.
 *
 * @param asOf the day from which the version is in force
 * @param latest whether no version of a later day was in force when it came
 * @param before the actor's standing by the version before
 * @param after its standing by this version; the same as before where only names, programmes or references changed
 */
public record ListNews(
        Party actor,
        ListId list,
        int version,
        LocalDate asOf,
        boolean latest,
        StandingKind before,
        StandingKind after,
        List<EntryNews> entries) {
    public ListNews {
        entries = List.copyOf(entries);
    }

    /**
     * One entry that came, went or is another.
     *
     * @param relation what the actor is to it; null where it only bears the actor's name and nobody has decided
     * @param amended what was amended: NAME, ALIAS, PROGRAMME or REFERENCE; empty when it came or went
     * @param namesAdded names that it has now and had not before, some at most
     * @param programmes of the entry, as it is after, or was when it went
     */
    @Schema(name = "EntryNews")
    public record EntryNews(
            EntryChange.Kind kind,
            @Schema(examples = "47664") String reference,
            @Schema(examples = "ANSARALLAH") String name,
            @Schema(nullable = true) @Nullable Relation relation,
            SortedSet<Aspect> amended,
            List<String> namesAdded,
            List<String> namesRemoved,
            List<String> programmes) {
        public EntryNews {
            namesAdded = List.copyOf(namesAdded);
            namesRemoved = List.copyOf(namesRemoved);
            programmes = List.copyOf(programmes);
        }
    }
}
