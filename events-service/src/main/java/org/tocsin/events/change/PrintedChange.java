package org.tocsin.events.change;

import static j2html.TagCreator.body;
import static j2html.TagCreator.caption;
import static j2html.TagCreator.code;
import static j2html.TagCreator.dd;
import static j2html.TagCreator.div;
import static j2html.TagCreator.dl;
import static j2html.TagCreator.document;
import static j2html.TagCreator.dt;
import static j2html.TagCreator.each;
import static j2html.TagCreator.footer;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.head;
import static j2html.TagCreator.header;
import static j2html.TagCreator.html;
import static j2html.TagCreator.li;
import static j2html.TagCreator.main;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.section;
import static j2html.TagCreator.style;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.title;
import static j2html.TagCreator.tr;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.control.ControlView;
import org.tocsin.events.control.InWords;
import org.tocsin.events.control.State;
import org.tocsin.events.decision.DecisionView;
import org.tocsin.events.event.EventView;
import org.tocsin.events.place.PlaceView;

/** The printable page of a change: one HTML document that needs nothing from elsewhere and runs nothing. */
final class PrintedChange {
    /** The section of docs/control.md that has all rules. */
    static final String RULES = "/control.md#3-the-rules";

    private static final String CSS = """
            body{font:16px/1.5 system-ui,sans-serif;color:#1a1a1a;background:#fff;max-width:75rem;margin:0 auto;padding:1rem}
            h1{font-size:1.6rem;line-height:1.25}h2{font-size:1.2rem;margin:2rem 0 .5rem}.lead{font-size:1.1rem}
            dl{margin:0}dl div{display:flex;gap:1rem;padding:.15rem 0}dt{flex:0 0 12rem;font-weight:600}dd{margin:0}
            .wide{overflow-x:auto}table{border-collapse:collapse;width:100%}caption{text-align:left;font-weight:600;padding:.3rem 0}
            th,td{border:1px solid #767676;padding:.3rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
            thead th{background:#eee}tbody th{font-weight:600}td.quote{min-width:16rem}code{font-size:.9em;overflow-wrap:anywhere}
            footer{margin-top:2rem;border-top:1px solid #767676;padding-top:.5rem;font-size:.9rem}
            @page{margin:15mm}
            @media print{body{font-size:10pt;max-width:none;padding:0}h2{break-after:avoid}tr{break-inside:avoid}thead{display:table-header-group}
            .wide{overflow:visible}td.quote{min-width:0}a{color:inherit}}
            """;

    private final Printable shown;
    private final ChangeView change;

    private PrintedChange(Printable shown) {
        this.shown = shown;
        this.change = shown.change();
    }

    static String of(Printable shown) {
        return new PrintedChange(shown).page();
    }

    private String page() {
        PlaceView place = change.place();
        String about = ChangeWords.subject(change) + ChangeWords.what(change);
        return document(html(
                        head(
                                meta().withCharset("utf-8"),
                                meta().withName("viewport").withContent("width=device-width, initial-scale=1"),
                                meta().withName("referrer").withContent("no-referrer"),
                                title(Html.clean(about) + ", " + change.validFrom()),
                                style(rawHtml(CSS))),
                        body(
                                header(
                                        h1(Html.foreign(about)),
                                        p(Html.foreign(ChangeWords.sentence(change)))
                                                .withClass("lead")),
                                main(
                                        part("The change", facts(place)),
                                        part("Before and after", states()),
                                        part("The rule that decided", rule(), decision()),
                                        part(
                                                "What speaks for it",
                                                events(
                                                        shown.explained()
                                                                .explanation()
                                                                .supporting(),
                                                        "Events for the state after the change")),
                                        part(
                                                "What speaks against it",
                                                events(
                                                        shown.explained()
                                                                .explanation()
                                                                .against(),
                                                        "Events against the state after the change")),
                                        part("Cause and revisions", causes()),
                                        part("Standing on sanctions lists", StandingTable.of(shown.explained()))),
                                footer(
                                        p(text("Change "), code(change.id())),
                                        p(text("Printed "), Html.at(shown.printedAt())),
                                        p("Tocsin events-service " + shown.version()))))
                .withLang("en"));
    }

    private static DomContent part(String name, DomContent... content) {
        return section(h2(name), each(List.of(content), Function.identity()));
    }

    private DomContent facts(@Nullable PlaceView place) {
        List<DomContent> facts = new ArrayList<>();
        if (place != null) {
            String where = place.name() + (shown.region().isEmpty() ? "" : ", " + shown.region()) + ", "
                    + shown.country() + " (" + place.country() + ")";
            facts.add(fact("Place", Html.foreign(where), text(", GeoNames id " + place.id())));
            facts.add(fact("Coordinates", text(coordinates(place))));
        } else if (change.actor() != null) {
            facts.add(fact("Actor", Html.foreign(change.actor().name())));
        }
        facts.add(fact("Kind", code(change.kind().name()), text(": " + ChangeWords.kind(change.kind()))));
        facts.add(fact(
                "Valid from",
                text(change.validFrom()
                        + (place == null ? ", the day of the list" : ", a day in the time zone of the place"))));
        facts.add(fact("Became known", Html.at(change.recordedAt())));
        facts.add(fact(
                "Concerns the present",
                text(change.current() ? "yes, when it became known" : "no, it altered the past only")));
        facts.add(fact("Told as", text(change.live() ? "news" : "history that was imported or computed anew")));
        return dl(each(facts, Function.identity()));
    }

    private static String coordinates(PlaceView place) {
        return String.format(
                Locale.ROOT,
                "%.5f\u00B0 %s, %.5f\u00B0 %s (WGS 84)",
                Math.abs(place.latitude()),
                place.latitude() < 0 ? "south" : "north",
                Math.abs(place.longitude()),
                place.longitude() < 0 ? "west" : "east");
    }

    private static DomContent fact(String name, DomContent... words) {
        return div(dt(name), dd(each(List.of(words), Function.identity())));
    }

    private DomContent states() {
        ControlView before = change.before();
        ControlView after = change.after();
        if (change.sanctions() != null) {
            return SanctionsTables.of(change.sanctions());
        }
        if (before == null && after == null) {
            return p("The change is not about who holds a place.");
        }
        return div(table(
                        caption("Who held the place, as believed before and after the change became known, on "
                                + change.validFrom()),
                        thead(tr(td(), Html.column("Before"), Html.column("After"))),
                        tbody(
                                state("State", before, after, control -> control.state()
                                        .name()),
                                state("Holder", before, after, PrintedChange::holder),
                                state("Parties", before, after, PrintedChange::parties),
                                state("Fighting inside", before, after, control -> control.fighting() ? "yes" : "no"),
                                state(
                                        "Since",
                                        before,
                                        after,
                                        control -> control.since() == null
                                                ? "not recorded"
                                                : control.since().toString()),
                                state("Assurance", before, after, control -> InWords.assurance(control.assurance())),
                                state("Rule", before, after, ControlView::rule),
                                state(
                                        "Decision of an analyst",
                                        before,
                                        after,
                                        control -> control.decision() == null ? "none" : control.decision()))))
                .withClass("wide");
    }

    private static DomContent state(
            String name,
            @Nullable ControlView before,
            @Nullable ControlView after,
            Function<ControlView, String> words) {
        return tr(
                Html.row(name),
                td(Html.foreign(before == null ? "not known" : words.apply(before))),
                td(Html.foreign(after == null ? "not known" : words.apply(after))));
    }

    private static String holder(ControlView control) {
        return control.state() == State.CONTESTED ? "contested" : ChangeWords.name(control.holder());
    }

    private static String parties(ControlView control) {
        return control.parties().isEmpty() ? "none but the holder" : InWords.state(control);
    }

    private DomContent rule() {
        String rule = shown.explained().explanation().rule();
        if (rule.isEmpty()) {
            return p("No rule of control decided it.");
        }
        String address = shown.docs().isEmpty() ? "" : shown.docs().replaceAll("/+$", "") + RULES;
        return p(
                code(rule),
                text(": " + InWords.rule(rule) + " All rules: "),
                Html.safe(address) == null
                        ? text("section 3 of docs/control.md, which comes with the software.")
                        : Html.link(address, address));
    }

    /** Who decided, and why; nothing where no decision stands or ended. */
    private DomContent decision() {
        DecisionView decision = shown.explained().explanation().decision();
        return decision == null
                ? text("")
                : p(Html.foreign(DecisionWords.of(decision, change.cause()).strip()));
    }

    private DomContent events(List<EventView> events, String words) {
        if (events.isEmpty()) {
            return p("Nothing that is recorded.");
        }
        return EventTable.of(events, words, shown);
    }

    private DomContent causes() {
        List<DomContent> facts = new ArrayList<>();
        facts.add(fact(
                "Caused by",
                text(ChangeWords.cause(change.cause()) + " Its id: "),
                code(Html.clean(change.cause().id()))));
        if (shown.cause() != null) {
            facts.add(fact("What it says", Html.foreign("\u201C" + shown.sentence(shown.cause()) + "\u201D")));
        }
        String revises = change.revises();
        facts.add(
                revises == null
                        ? fact("Revises", text("no earlier change"))
                        : fact("Revises", revision(revises, shown.revised())));
        facts.add(
                shown.revisedBy().isEmpty()
                        ? fact("Revised since by", text("no later change, by the time of printing"))
                        : fact(
                                "Revised since by",
                                ul(each(shown.revisedBy(), later -> li(revision(later.id(), later))))));
        return dl(each(facts, Function.identity()));
    }

    private static DomContent revision(String id, @Nullable ChangeView other) {
        return other == null
                ? code(id)
                : div(
                        code(id),
                        text(", " + other.kind() + ", known "),
                        Html.at(other.recordedAt()),
                        text(": "),
                        Html.foreign(ChangeWords.sentence(other)));
    }
}
