package org.tocsin.events.change;

import static j2html.TagCreator.caption;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.p;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import j2html.tags.DomContent;
import java.time.LocalDate;
import java.util.List;
import org.tocsin.events.actor.Party;
import org.tocsin.events.change.Explanation.ExplainedChange;
import org.tocsin.events.control.ControlView;
import org.tocsin.events.sanctions.Standing;

/** How those who hold a place after a change, or contest it, stand on sanctions lists, as a table of the printable page. */
final class StandingTable {
    private StandingTable() {}

    static DomContent of(ExplainedChange explained) {
        ControlView after = explained.change().after();
        List<Standing> standings = explained.explanation().sanctions();
        Party holder = after == null ? explained.change().actor() : after.holder();
        LocalDate day = after == null ? explained.change().validFrom() : after.at();
        if (standings.isEmpty()) {
            return p("No sanctions list is kept for this answer, so nothing is said here about whether "
                    + (holder == null ? "a holder" : Html.clean(holder.name()))
                    + " is sanctioned. It does not mean that nobody sanctions it.");
        }
        return div(table(
                        caption("Standing on " + day
                                + " and on the day of printing, by the lists as they are kept today."
                                + " A list that is not here was never loaded."),
                        thead(tr(
                                Html.column("Actor"),
                                Html.column("List"),
                                Html.column("On " + day),
                                Html.column("Reference"),
                                Html.column("Since"),
                                Html.column("When printed"))),
                        tbody(each(standings, StandingTable::row))))
                .withClass("wide");
    }

    private static DomContent row(Standing standing) {
        return tr(
                Html.row(standing.actor() == null ? "not known" : standing.actor()),
                td(standing.list()),
                td(standing.standing().name()),
                td(Html.foreign(standing.reference() == null ? "none" : standing.reference())),
                td(standing.since() == null ? "not known" : standing.since().toString()),
                td(standing.now() == null ? "not known" : standing.now().name()));
    }
}
