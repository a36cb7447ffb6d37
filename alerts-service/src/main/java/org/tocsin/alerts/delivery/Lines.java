package org.tocsin.alerts.delivery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What this process holds, by endpoint. Endpoints do not wait for each other here either. */
final class Lines {
    private final Map<Long, Line> byEndpoint = new HashMap<>();
    private List<Claimed> back = new ArrayList<>();
    private int size;

    /** How many more of an endpoint's deliveries may be taken. */
    synchronized int room(long endpoint, int allowed, boolean calm) {
        Line line = byEndpoint.get(endpoint);
        return line == null ? allowed : line.room(allowed, calm, System.nanoTime());
    }

    /** More is about to be taken. @return the endpoints of which nothing is to be taken now */
    synchronized List<Long> full() {
        long now = System.nanoTime();
        List<Long> full = new ArrayList<>();
        byEndpoint.values().removeIf(line -> line.size() == 0 && !line.isFull(now));
        byEndpoint.forEach((endpoint, line) -> {
            if (line.isFull(now)) {
                full.add(endpoint);
            } else {
                line.asked();
            }
        });
        return full;
    }

    /** Whether it is time to take more. */
    synchronized boolean wanting() {
        long now = System.nanoTime();
        return byEndpoint.values().stream().anyMatch(line -> line.wants(now));
    }

    synchronized int size() {
        return size;
    }

    /**
     * @param more the endpoints that have more than was taken
     * @return what is to be sent now
     */
    synchronized List<Claimed> add(List<Claimed> taken, Set<Long> more) {
        Map<Long, List<Claimed>> each = new HashMap<>();
        taken.forEach(delivery -> each.computeIfAbsent(delivery.endpoint().id(), id -> new ArrayList<>())
                .add(delivery));
        each.forEach((endpoint, deliveries) -> {
            Line line = byEndpoint.computeIfAbsent(endpoint, id -> new Line());
            int before = line.size();
            Claimed.Endpoint first = deliveries.get(0).endpoint();
            line.room(first.allowed(), first.calm(), System.nanoTime());
            line.add(deliveries, more.contains(endpoint));
            size += line.size() - before;
        });
        return next(each.keySet());
    }

    /** An attempt ended. What follows is known when it is written down; if it failed, the others are given back. */
    synchronized void ended(Outcome outcome) {
        if (!outcome.delivered()) {
            back.addAll(of(outcome.delivery()).trouble());
        }
    }

    /** What has to be given back: leased, and not sent. */
    synchronized List<Claimed> back() {
        List<Claimed> all = back;
        back = new ArrayList<>();
        return all;
    }

    /** All that waits is to be given back. */
    synchronized void stop() {
        byEndpoint.values().forEach(line -> back.addAll(line.giveBack()));
    }

    /** The results are written down, and the rest is given back. @return what is to be sent now */
    synchronized List<Claimed> written(List<Outcome> outcomes, List<Claimed> givenBack) {
        Set<Long> touched = new HashSet<>();
        for (Outcome outcome : outcomes) {
            Line line = of(outcome.delivery());
            touched.add(outcome.delivery().endpoint().id());
            line.written(outcome);
        }
        for (Claimed delivery : givenBack) {
            of(delivery).givenBack(delivery);
        }
        size -= outcomes.size() + givenBack.size();
        return next(touched);
    }

    private List<Claimed> next(Collection<Long> endpoints) {
        long now = System.nanoTime();
        List<Claimed> next = new ArrayList<>();
        for (Long endpoint : endpoints) {
            Line line = byEndpoint.get(endpoint);
            if (line != null) {
                next.addAll(line.next(now, back));
            }
        }
        return next;
    }

    private Line of(Claimed delivery) {
        return byEndpoint.computeIfAbsent(delivery.endpoint().id(), id -> new Line());
    }
}
