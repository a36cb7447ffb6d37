package org.tocsin.events.event;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tocsin.events.event.CopyLinks.Link;

/** One report with all that it says. */
record Submission(String report, ReportEvents said) {
    /** Reports and events together that share a transaction, if no report alone has more. */
    private static final int PORTION = 1_000;

    Stream<Link> links() {
        return Stream.concat(said.links().stream().map(ReportEvents.CopyLink::toLink), Stream.of(own()));
    }

    Link own() {
        ReportEvents.Facts facts = said.report();
        return new Link(report, facts.copyOf(), facts.copyVersion() == null ? 0 : facts.copyVersion());
    }

    /** The reports in their order, so many at a time that a transaction is neither small nor keeps others waiting for long. */
    static List<List<Submission>> portions(List<Submission> all) {
        List<List<Submission>> portions = new ArrayList<>();
        int from = 0;
        int size = 0;
        for (int i = 0; i < all.size(); i++) {
            int more = 1 + all.get(i).said().events().size();
            if (i > from && size + more > PORTION) {
                portions.add(all.subList(from, i));
                from = i;
                size = 0;
            }
            size += more;
        }
        portions.add(all.subList(from, all.size()));
        return portions;
    }
}
