package org.tocsin.events.change;

import static j2html.TagCreator.caption;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.p;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import j2html.tags.DomContent;
import java.util.stream.Collectors;
import org.tocsin.events.place.PlaceView;
import org.tocsin.events.sanctions.ListNews.EntryNews;

/** What a version of a list altered, and what the actor holds, as a part of the printable page. */
final class SanctionsTables {
    private SanctionsTables() {}

    static DomContent of(SanctionsChange change) {
        return div(
                div(table(
                                caption("Entries of " + change.list() + " that version " + change.version() + " of "
                                        + change.asOf() + " altered"),
                                thead(tr(
                                        Html.column("Reference"),
                                        Html.column("Name"),
                                        Html.column("What"),
                                        Html.column("Tie"),
                                        Html.column("Programmes"))),
                                tbody(each(change.entries(), SanctionsTables::row))))
                        .withClass("wide"),
                p("Standing on this list: " + SanctionsWords.standing(change) + "."),
                p(
                        text("Held by evidence when it became known: "),
                        Html.foreign(
                                change.places().isEmpty()
                                        ? "nothing"
                                        : change.places().stream()
                                                .map(PlaceView::name)
                                                .collect(Collectors.joining(", ")))),
                p(
                        change.countries().isEmpty()
                                ? text("")
                                : text("Holds as long as nothing says otherwise: "
                                        + String.join(", ", change.countries()))));
    }

    private static DomContent row(EntryNews entry) {
        String amended = entry.amended().stream()
                .map(aspect -> SanctionsWords.word(aspect.name()))
                .collect(Collectors.joining(", "));
        String names = (entry.namesAdded().isEmpty() ? "" : "; new: " + String.join(", ", entry.namesAdded()))
                + (entry.namesRemoved().isEmpty() ? "" : "; gone: " + String.join(", ", entry.namesRemoved()));
        return tr(
                Html.row(entry.reference()),
                td(Html.foreign(entry.name())),
                td(Html.foreign(
                        SanctionsWords.word(entry.kind().name()) + (amended.isEmpty() ? "" : ": " + amended) + names)),
                td(SanctionsWords.relation(entry)),
                td(Html.foreign(String.join(", ", entry.programmes()))));
    }
}
