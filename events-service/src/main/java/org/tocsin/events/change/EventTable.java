package org.tocsin.events.change;

import static j2html.TagCreator.caption;
import static j2html.TagCreator.code;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import j2html.tags.DomContent;
import java.util.List;
import org.tocsin.events.event.EventView;
import org.tocsin.events.publisher.Publishers.Publisher;

/** The events for or against a change as a table. */
final class EventTable {
    private EventTable() {}

    static DomContent of(List<EventView> events, String words, Printable shown) {
        return div(table(
                        caption(words + ", the one published first on top"),
                        thead(tr(
                                Html.column("Sentence"),
                                Html.column("Who says so"),
                                Html.column("Publisher and its grade"),
                                Html.column("Report"),
                                Html.column("Published"),
                                Html.column("Recorded"),
                                Html.column("Stance"),
                                Html.column("Type"))),
                        tbody(each(events, event -> line(event, shown)))))
                .withClass("wide");
    }

    private static DomContent line(EventView event, Printable shown) {
        EventView.ReportView report = event.report();
        Publisher publisher = shown.publishers().get(report.publisher());
        String name = publisher == null ? report.publisher() : publisher.name();
        String url = report.url();
        return tr(
                td(Html.foreign("\u201C" + shown.sentence(event) + "\u201D")).withClass("quote"),
                td(Html.foreign(
                        event.claimant() == null
                                ? "the publisher itself"
                                : event.claimant().name())),
                td(Html.foreign(name), text(", " + grade(publisher))),
                td(
                        url == null ? text("no link; ") : div(Html.link(url, url)),
                        text("id "),
                        code(Html.clean(report.id()))),
                td(Html.at(report.publishedAt())),
                td(Html.at(event.recordedAt())),
                td(event.stance().name() + (event.status() == EventView.Status.WITHDRAWN ? ", WITHDRAWN since" : "")),
                td(event.type().name()));
    }

    private static String grade(@org.jspecify.annotations.Nullable Publisher publisher) {
        if (publisher == null) {
            return "grade not known";
        }
        String words =
                switch (publisher.grade()) {
                    case A -> "A (completely reliable)";
                    case B -> "B (usually reliable)";
                    case C -> "C (fairly reliable)";
                    case D -> "D (not usually reliable)";
                    case E -> "E (unreliable)";
                    case F -> "F (cannot be judged)";
                };
        return "grade " + words + (publisher.curated() ? ", a curated data set" : "");
    }
}
