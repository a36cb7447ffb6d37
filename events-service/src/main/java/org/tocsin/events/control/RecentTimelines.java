package org.tocsin.events.control;

import jakarta.inject.Singleton;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The timelines that were read or written last, by place and revision. A revision is never given twice, also not after a transaction that was rolled
 * back, so what is found here is what the database has under that number.
 */
@Singleton
class RecentTimelines {
    /** Intervals kept in all; one takes some 1 to 3 kB. */
    private static final int MOST = 20_000;

    private final Map<String, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
    private int intervals;

    private record Entry(long revision, Timeline timeline) {
        int size() {
            return timeline.intervals().size();
        }
    }

    synchronized Optional<Timeline> of(String place, long revision) {
        Entry entry = entries.get(place);
        return entry != null && entry.revision() == revision ? Optional.of(entry.timeline()) : Optional.empty();
    }

    synchronized void keep(String place, long revision, Timeline timeline) {
        Entry entry = new Entry(revision, timeline);
        Entry before = entries.put(place, entry);
        intervals += entry.size() - (before == null ? 0 : before.size());
        Iterator<Entry> oldest = entries.values().iterator();
        while (intervals > MOST && oldest.hasNext()) {
            intervals -= oldest.next().size();
            oldest.remove();
        }
    }
}
