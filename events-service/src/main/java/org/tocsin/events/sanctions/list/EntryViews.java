package org.tocsin.events.sanctions.list;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.sanctions.entry.EntryKind;
import org.tocsin.events.sanctions.entry.EntryName;
import org.tocsin.events.sanctions.entry.ListEntry;
import org.tocsin.events.sanctions.entry.ListId;

/** Entries and their changes as they are answered. */
@RegisterForReflection(
        targets = {
            EntryViews.EntryView.class,
            EntryViews.DatedEntry.class,
            EntryViews.ChangeView.class,
            EntryViews.ChangePage.class
        })
final class EntryViews {
    private EntryViews() {}

    /**
     * An entry of a list, in the list's own words.
     *
     * @param names the first is the primary one
     * @param listedOn first day on the list by the list's own word; null where it does not say
     * @param amendedOn day of the last amendment by the list's own word
     * @param details what else the list has of it
     */
    @Schema(name = "SanctionsListEntry")
    public record EntryView(
            ListId list,
            @Schema(examples = "QDe.115") String reference,
            EntryKind kind,
            List<EntryName> names,
            List<String> programmes,
            @Schema(nullable = true) @Nullable LocalDate listedOn,
            @Schema(nullable = true) @Nullable LocalDate amendedOn,
            @Schema(nullable = true) @Nullable String remarks,
            List<String> countries,
            List<String> addresses,
            Map<String, String> details) {
        static EntryView of(ListEntry entry) {
            return new EntryView(
                    entry.list(),
                    entry.reference(),
                    entry.kind(),
                    entry.names(),
                    entry.programmes(),
                    entry.listedOn(),
                    entry.amendedOn(),
                    entry.remarks(),
                    entry.countries(),
                    entry.addresses(),
                    entry.details());
        }
    }

    /**
     * An entry as it was over some days.
     *
     * @param from the day of the version it came with in this form; not the day of listing
     * @param to the first day on which it was no more so; null as long as it is
     * @param history all forms it ever had, the last one too
     */
    @Schema(name = "SanctionsListEntryByDay")
    public record DatedEntry(
            LocalDate from,
            @Schema(nullable = true) @Nullable LocalDate to,
            EntryView entry,
            List<Form> history) {
        /** The days of one form of it. */
        @Schema(name = "SanctionsListEntryForm")
        @RegisterForReflection
        public record Form(
                LocalDate from,
                @Schema(nullable = true) @Nullable LocalDate to,
                String name,
                List<String> programmes) {}

        static DatedEntry of(SanctionsLists.Dated dated, List<SanctionsLists.Dated> history) {
            return new DatedEntry(
                    dated.from(),
                    dated.to(),
                    EntryView.of(dated.entry()),
                    history.stream()
                            .map(form -> new Form(
                                    form.from(),
                                    form.to(),
                                    form.entry().name(),
                                    form.entry().programmes()))
                            .toList());
        }
    }

    /**
     * One difference between a version and the one before it.
     *
     * @param version the version that made it
     * @param previous the version before it in the order of their days
     * @param reference of the entry after it, or before it when it was removed
     * @param amended what was amended; empty unless kind is AMENDED
     * @param live whether it was news when it was told, and not history taken in later
     */
    @Schema(name = "SanctionsListChange")
    public record ChangeView(
            @Schema(examples = "1042") String id,
            ListId list,
            @Schema(examples = "3") String version,
            @Schema(examples = "2") String previous,
            EntryChange.Kind kind,
            String reference,
            List<Aspect> amended,
            boolean live,
            @Schema(nullable = true) @Nullable EntryView before,
            @Schema(nullable = true) @Nullable EntryView after) {
        static ChangeView of(ListId list, ChangeRows.Row row) {
            EntryChange change = row.change();
            ListEntry before = change.before();
            ListEntry after = change.after();
            return new ChangeView(
                    Long.toString(row.id()),
                    list,
                    Integer.toString(row.version()),
                    Integer.toString(row.previous()),
                    change.kind(),
                    change.reference(),
                    List.copyOf(change.aspects()),
                    row.live(),
                    before == null ? null : EntryView.of(before),
                    after == null ? null : EntryView.of(after));
        }
    }

    /** @param next to be given as {@code after} for the next page; null on the last */
    @Schema(name = "SanctionsListChangePage")
    public record ChangePage(
            List<ChangeView> items,
            @Schema(nullable = true) @Nullable String next) {}
}
