package org.tocsin.events.sanctions;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.sanctions.ListState.Span;
import org.tocsin.events.sanctions.entry.ListEntry;
import org.tocsin.reference.ActorLink;

/**
 * Whether an entry was on a list on a day.
 *
 * @param since first day on the list, as far as it is known
 * @param until first day off it again
 * @param entry what it was on the day, or nearest to it; null for an entry that no version kept has
 */
record Presence(
        State state,
        Basis basis,
        @Nullable LocalDate since,
        @Nullable LocalDate until,
        @Nullable ListEntry entry) {
    enum State {
        NOT_YET,
        ON,
        OFF_AGAIN,
        /** It is on the oldest version kept, and nothing says since when; or it is younger than all that is kept. */
        UNKNOWN
    }

    static Presence of(Tie tie, LocalDate day, ListState list) {
        ActorLink link = tie.link();
        List<Span> spans = list.spansOf(link.reference());
        return spans.isEmpty() ? unseen(tie, day, list) : seen(link, day, list, spans);
    }

    private static Presence seen(ActorLink link, LocalDate day, ListState list, List<Span> spans) {
        Span first = spans.get(0);
        Span last = spans.get(spans.size() - 1);
        LocalDate byList = first.entry().listedOn();
        LocalDate listed = byList != null ? byList : link.listedOn().orElse(null);
        boolean sinceTheOldest = !first.from().isAfter(list.oldest().asOf());
        LocalDate since = listed != null || sinceTheOldest ? listed : first.from();
        LocalDate delisted = last.to() == null ? null : link.delistedOn().orElse(null);
        if (delisted != null && !day.isBefore(delisted)) {
            return new Presence(State.OFF_AGAIN, Basis.DECISION, since, delisted, last.entry());
        }
        for (Span span : spans) {
            if (span.covers(day)) {
                return new Presence(State.ON, Basis.VERSION, since, null, span.entry());
            }
        }
        if (day.isBefore(first.from())) {
            Basis basis = byList != null ? Basis.LISTING_DATE : Basis.DECISION;
            if (listed != null) {
                State state = day.isBefore(listed) ? State.NOT_YET : State.ON;
                return new Presence(state, basis, since, null, first.entry());
            }
            Basis versions = day.isBefore(list.oldest().asOf()) ? Basis.OLDEST_VERSION : Basis.VERSION;
            return new Presence(sinceTheOldest ? State.UNKNOWN : State.NOT_YET, versions, since, null, first.entry());
        }
        Span gone = first;
        for (Span span : spans) {
            if (span.to() != null && !span.to().isAfter(day)) {
                gone = span;
            }
        }
        return new Presence(State.OFF_AGAIN, Basis.VERSION, since, gone.to(), gone.entry());
    }

    /** An entry that no version kept has. It may be younger than all of them, or older, or gone between two. */
    private static Presence unseen(Tie tie, LocalDate day, ListState list) {
        ActorLink link = tie.link();
        LocalDate listed = link.listedOn().orElse(null);
        LocalDate delisted = link.delistedOn().orElse(null);
        if (listed == null) {
            LocalDate newest = list.newest().asOf();
            boolean younger = tie.identity() && newest.isBefore(link.decidedOn()) && day.isAfter(newest);
            return new Presence(younger ? State.UNKNOWN : State.NOT_YET, Basis.VERSION, null, null, null);
        }
        if (day.isBefore(listed)) {
            return new Presence(State.NOT_YET, Basis.DECISION, listed, null, null);
        }
        if (delisted != null && !day.isBefore(delisted)) {
            return new Presence(State.OFF_AGAIN, Basis.DECISION, listed, delisted, null);
        }
        boolean versionsCannotTell = list.newest().asOf().isBefore(listed)
                || day.isBefore(list.oldest().asOf());
        return versionsCannotTell
                ? new Presence(State.ON, Basis.DECISION, listed, null, null)
                : new Presence(State.NOT_YET, Basis.VERSION, listed, null, null);
    }
}
