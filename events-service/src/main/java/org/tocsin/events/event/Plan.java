package org.tocsin.events.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tocsin.events.event.CopyLinks.Link;

/** What a transaction is about to do. */
final class Plan {
    final List<ReportResult> results = new ArrayList<>();
    final Map<String, Touched> touched = new TreeMap<>();
    final List<EventRows.Fresh> fresh = new ArrayList<>();
    final List<String> withdrawn = new ArrayList<>();
    final Map<String, Link> links;
    final Map<String, List<CopyLinks.Weighing>> weighing;
    final Map<String, Link> relinked = new LinkedHashMap<>();

    /**
     * @param links those recorded of all reports that are spoken of; kept as they will be
     * @param weighing what the reports say whose links may change
     */
    Plan(Map<String, Link> links, Map<String, List<CopyLinks.Weighing>> weighing) {
        this.links = new HashMap<>(links);
        this.weighing = weighing;
    }

    Touched at(String place) {
        return touched.computeIfAbsent(place, Touched::new);
    }

    /** What the report says already counts otherwise from now on. */
    void relink(Link link, boolean live, Instant now) {
        Link before = links.get(link.report());
        if (!CopyLinks.isNews(link, before)) {
            return;
        }
        links.put(link.report(), link);
        relinked.put(link.report(), link);
        if (!CopyLinks.isMove(link, before)) {
            return;
        }
        for (CopyLinks.Weighing event : weighing.getOrDefault(link.report(), List.of())) {
            at(event.place()).relink(event.id(), Cause.copy(link.report(), now), live);
        }
    }
}
