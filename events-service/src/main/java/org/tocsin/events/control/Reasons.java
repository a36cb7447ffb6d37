package org.tocsin.events.control;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.tocsin.events.control.PlaceControlResource.ExplainedControl;
import org.tocsin.events.control.PlaceControlResource.IntervalView;
import org.tocsin.events.event.EventView;
import org.tocsin.events.event.Events;
import org.tocsin.events.publisher.Publishers;

/** Gives answers about control their explanations, with the events when they are asked for. */
@Singleton
class Reasons {
    /** Of a long timeline only the last intervals show their events, as many as cite no more than these together. */
    static final int MOST_EVENTS = 2_000;

    private final Events events;
    private final Publishers publishers;

    Reasons(Events events, Publishers publishers) {
        this.events = events;
        this.publishers = publishers;
    }

    ExplainedControl of(ControlView control, boolean explain) {
        if (!explain) {
            return new ExplainedControl(control, InWords.of(control, null), null, null);
        }
        InWords.Said said = of(List.of(control)).said(control);
        return new ExplainedControl(control, InWords.of(control, said), said.supporting(), said.against());
    }

    /** @param items intervals in their order, without an explanation yet */
    List<IntervalView> of(List<IntervalView> items, boolean explain) {
        int plain = explain ? firstToExplain(items) : items.size();
        Loaded loaded = of(items.subList(plain, items.size()).stream()
                .map(IntervalView::control)
                .toList());
        List<IntervalView> explained = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            IntervalView item = items.get(i);
            InWords.Said said = i < plain ? null : loaded.said(item.control());
            explained.add(new IntervalView(
                    item.from(),
                    item.to(),
                    item.control(),
                    InWords.of(item.control(), said),
                    said == null ? null : said.supporting(),
                    said == null ? null : said.against()));
        }
        return explained;
    }

    private static int firstToExplain(List<IntervalView> items) {
        Set<String> cited = new HashSet<>();
        int first = items.size();
        while (first > 0) {
            ControlView.EvidenceIds ids = items.get(first - 1).control().evidence();
            cited.addAll(ids.supporting());
            cited.addAll(ids.against());
            if (cited.size() > MOST_EVENTS) {
                break;
            }
            first--;
        }
        return first;
    }

    private record Loaded(Map<String, EventView> byId, Map<String, String> names) {
        InWords.Said said(ControlView control) {
            return new InWords.Said(
                    these(control.evidence().supporting()),
                    these(control.evidence().against()),
                    names);
        }

        private List<EventView> these(List<String> ids) {
            return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
        }
    }

    private Loaded of(List<ControlView> controls) {
        Set<String> ids = new LinkedHashSet<>();
        for (ControlView control : controls) {
            ids.addAll(control.evidence().supporting());
            ids.addAll(control.evidence().against());
        }
        Map<String, EventView> byId = new HashMap<>();
        events.byIds(ids).forEach(event -> byId.put(event.id(), event));
        Map<String, String> names = new HashMap<>();
        publishers
                .of(byId.values().stream()
                        .map(event -> event.report().publisher())
                        .distinct()
                        .toList())
                .forEach((slug, publisher) -> names.put(slug, publisher.name()));
        return new Loaded(byId, names);
    }
}
