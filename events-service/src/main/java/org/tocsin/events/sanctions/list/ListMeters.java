package org.tocsin.events.sanctions.list;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.tocsin.events.sanctions.entry.ListId;

/** Figures of each list: how old it is, and whether the last that came is in quarantine. */
@Singleton
class ListMeters {
    private static final int NEVER = -1;

    private final SanctionsLists lists;
    private final VersionRows versions;
    private final Map<ListId, AtomicInteger> ages = new EnumMap<>(ListId.class);
    private final Map<ListId, AtomicInteger> quarantined = new EnumMap<>(ListId.class);

    ListMeters(SanctionsLists lists, VersionRows versions, MeterRegistry meters) {
        this.lists = lists;
        this.versions = versions;
        for (ListId list : ListId.values()) {
            ages.put(list, gauge(meters, "tocsin.sanctions.list.age.days", list, NEVER));
            quarantined.put(list, gauge(meters, "tocsin.sanctions.list.quarantined", list, 0));
        }
    }

    private static AtomicInteger gauge(MeterRegistry meters, String name, ListId list, int start) {
        AtomicInteger value = new AtomicInteger(start);
        Gauge.builder(name, value, AtomicInteger::doubleValue)
                .tag("list", list.name())
                .register(meters);
        return value;
    }

    void refresh() {
        for (ListId list : ListId.values()) {
            int age =
                    lists.inForce(list).map(version -> (int) version.ageDays()).orElse(NEVER);
            set(ages, list, age);
            Optional<Version> last = QuarkusTransaction.requiringNew().call(() -> versions.last(list));
            boolean bad =
                    last.map(version -> version.status() == Status.QUARANTINED).orElse(false);
            set(quarantined, list, bad ? 1 : 0);
        }
    }

    private static void set(Map<ListId, AtomicInteger> values, ListId list, int value) {
        AtomicInteger known = values.get(list);
        if (known != null) {
            known.set(value);
        }
    }
}
