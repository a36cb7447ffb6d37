package org.tocsin.events.sanctions;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.sanctions.ListStanding.TieView;
import org.tocsin.events.sanctions.ListStanding.VersionView;
import org.tocsin.events.sanctions.ListState.Span;
import org.tocsin.events.sanctions.ListState.Version;
import org.tocsin.events.sanctions.Presence.State;
import org.tocsin.events.sanctions.entry.EntryName;
import org.tocsin.events.sanctions.entry.ListEntry;
import org.tocsin.reference.Folding;

/** How an actor stands on a list: a pure function of its ties, a day and what is kept of the list. */
final class StandingOf {
    private final Ties ties;
    private final LocalDate day;
    private final LocalDate today;
    private final ListState list;
    private final List<Found> found = new ArrayList<>();

    private record Found(Tie tie, Presence presence) {
        boolean is(State state) {
            return presence.state() == state;
        }
    }

    private StandingOf(Ties ties, LocalDate day, LocalDate today, ListState list) {
        this.ties = ties;
        this.day = day;
        this.today = today;
        this.list = list;
    }

    /**
     * The standing as of a day.
     *
     * @param today from which the age of the list is counted
     */
    static ListStanding standingOf(Ties ties, LocalDate day, LocalDate today, ListState list) {
        return new StandingOf(ties, day, today, list).standing();
    }

    private ListStanding standing() {
        if (!list.loaded()) {
            return nothing(StandingKind.UNKNOWN, Basis.NONE, "This list has never been loaded.");
        }
        ties.on(list.list(), day).forEach(tie -> found.add(new Found(tie, Presence.of(tie, day, list))));
        return first(true, State.ON)
                .map(is -> standing(StandingKind.LISTED, is))
                .or(() -> first(true, State.UNKNOWN).map(is -> unknown(is)))
                .or(this::ambiguous)
                .or(() -> first(false, State.ON).map(tie -> standing(StandingKind.LINKED_ONLY, tie)))
                .or(() -> first(true, State.OFF_AGAIN).map(was -> standing(StandingKind.WAS_LISTED, was)))
                .or(() -> first(false, State.UNKNOWN).map(this::unknown))
                .orElseGet(this::notListed);
    }

    private Optional<Found> first(boolean identity, State state) {
        return found.stream()
                .filter(one -> one.tie().identity() == identity && one.is(state))
                .findFirst();
    }

    /** An entry that bears the name of the actor, about which nobody has decided. One that the actor is or was on this list settles it. */
    private Optional<ListStanding> ambiguous() {
        if (first(true, State.OFF_AGAIN).isPresent()) {
            return Optional.empty();
        }
        for (String reference : list.namesakes().getOrDefault(ties.actor(), List.of())) {
            for (Span span : list.spansOf(reference)) {
                LocalDate listed = span.entry().listedOn();
                if (span.covers(day) || (listed != null && !day.isBefore(listed) && day.isBefore(span.from()))) {
                    return Optional.of(ambiguous(span));
                }
            }
        }
        return Optional.empty();
    }

    private ListStanding ambiguous(Span span) {
        ListEntry entry = span.entry();
        return new ListStanding(
                list.list(),
                StandingKind.AMBIGUOUS,
                entry.reference(),
                entry.name(),
                matched(entry),
                entry.programmes(),
                entry.listedOn(),
                null,
                null,
                null,
                span.covers(day) ? Basis.VERSION : Basis.LISTING_DATE,
                "An entry bears a name of the actor, and nobody has decided whether it is the actor.",
                null,
                null,
                tiesOn(),
                version());
    }

    private ListStanding standing(StandingKind kind, Found one) {
        Presence presence = one.presence();
        ListEntry entry = presence.entry();
        return new ListStanding(
                list.list(),
                kind,
                one.tie().link().reference(),
                entry == null ? one.tie().link().entryName() : entry.name(),
                entry == null || one.tie().through() != null ? null : matched(entry),
                entry == null ? List.of() : entry.programmes(),
                since(one),
                presence.until(),
                one.tie().relation(),
                one.tie().through(),
                presence.basis(),
                one.tie().link().why() + ".",
                one.tie().link().decidedBy(),
                one.tie().link().decidedOn(),
                tiesOn(),
                version());
    }

    private ListStanding unknown(Found one) {
        ListStanding linked = standing(StandingKind.UNKNOWN, one);
        String why = one.presence().entry() == null
                ? "The actor is linked to this entry, which is younger than the newest version kept, of "
                        + list.newest().asOf() + "; whether it was on the list that day is not known."
                : "The entry is on the oldest version kept, of " + list.oldest().asOf()
                        + ", which does not say since when; whether it was on the list that day is not known.";
        return new ListStanding(
                linked.list(),
                linked.standing(),
                linked.reference(),
                linked.name(),
                linked.nameMatched(),
                linked.programmes(),
                linked.since(),
                null,
                linked.relation(),
                linked.through(),
                linked.basis(),
                why,
                linked.decidedBy(),
                linked.decidedOn(),
                linked.ties(),
                linked.version());
    }

    private ListStanding notListed() {
        Optional<Version> then = list.on(day);
        Optional<Found> notYet = first(true, State.NOT_YET)
                .filter(one -> one.presence().since() != null
                        && one.presence().basis() != Basis.VERSION
                        && day.isBefore(one.presence().since()));
        if (notYet.isPresent()) {
            Presence presence = notYet.get().presence();
            return nothing(
                    StandingKind.NOT_LISTED,
                    presence.basis(),
                    "Its entry " + notYet.get().tie().link().reference() + " came on the list on " + presence.since()
                            + ".");
        }
        return then.isPresent()
                ? nothing(
                        StandingKind.NOT_LISTED,
                        Basis.VERSION,
                        "No entry of the version of " + then.get().asOf()
                                + " is linked to the actor or bears its name.")
                : nothing(
                        StandingKind.NOT_LISTED,
                        Basis.OLDEST_VERSION,
                        "No entry linked to the actor is known to have been on the list that day; the oldest version kept is of "
                                + list.oldest().asOf() + ".");
    }

    private ListStanding nothing(StandingKind kind, Basis basis, String why) {
        return new ListStanding(
                list.list(),
                kind,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                basis,
                why,
                null,
                null,
                List.of(),
                list.loaded() ? version() : null);
    }

    private List<TieView> tiesOn() {
        return found.stream()
                .filter(one -> one.is(State.ON))
                .map(one -> {
                    ListEntry entry = one.presence().entry();
                    return new TieView(
                            one.tie().link().reference(),
                            entry == null ? one.tie().link().entryName() : entry.name(),
                            one.tie().relation(),
                            one.tie().through(),
                            since(one),
                            one.tie().link().why() + ".");
                })
                .toList();
    }

    /** Since when the entry is on the list, or since when it is the actor's, if that is later. */
    private static @Nullable LocalDate since(Found one) {
        LocalDate listed = one.presence().since();
        LocalDate related = one.tie().link().validFrom().orElse(null);
        return listed != null && related != null && related.isAfter(listed) ? related : listed;
    }

    private @Nullable String matched(ListEntry entry) {
        return entry.names().stream()
                .map(EntryName::text)
                .filter(name -> ties.names().contains(Folding.fold(name)))
                .findFirst()
                .orElse(null);
    }

    private VersionView version() {
        Version used = list.on(day).orElse(list.oldest());
        return new VersionView(
                used.number(),
                used.asOf(),
                used.seenOn(),
                Math.max(0, ChronoUnit.DAYS.between(used.seenOn(), today)),
                used.equals(list.newest()) && list.staleOn(today));
    }
}
