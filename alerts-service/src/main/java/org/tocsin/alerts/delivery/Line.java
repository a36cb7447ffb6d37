package org.tocsin.alerts.delivery;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The deliveries to one endpoint that this process holds: those under way, at most as many as are allowed, and those that wait for their
 * turn, about as many as the endpoint takes in a moment. One is under way until its result is written down, for until then a crash would send
 * it again. Pure; not safe for several threads.
 */
final class Line {
    /** What is taken ahead of an endpoint that is well. */
    private static final Duration AHEAD = Duration.ofMillis(150);

    private static final int MOST_AHEAD = 256;

    /** A shorter time says little of how fast an endpoint is. */
    private static final Duration MEASURE = Duration.ofMillis(10);

    private final ArrayDeque<Claimed> waiting = new ArrayDeque<>();
    private final Set<UUID> held = new HashSet<>();
    private int underWay;
    private int allowed;
    private int troubles;
    private boolean calm;
    private boolean more;
    private long written;
    private long measuredAt = System.nanoTime();
    private double perSecond;

    /** How many more may be taken, given what the endpoint is allowed now. */
    int room(int mayBeUnderWay, boolean isCalm, long now) {
        allowed = mayBeUnderWay;
        calm = isCalm;
        return room(now);
    }

    private int room(long now) {
        return troubles > 0 ? 0 : Math.max(0, allowed + ahead(now) - held.size());
    }

    private int ahead(long now) {
        if (now - measuredAt > MEASURE.toNanos()) {
            perSecond = written * 1e9 / (now - measuredAt);
            written = 0;
            measuredAt = now;
        }
        return calm ? (int) Math.min(MOST_AHEAD, perSecond * AHEAD.toMillis() / 1_000) : 0;
    }

    /** @param isMore whether there were more than could be taken */
    void add(List<Claimed> taken, boolean isMore) {
        more = isMore;
        for (Claimed delivery : taken) {
            // One that is still here lost its lease and was leased anew: it is under way already.
            if (held.add(delivery.id())) {
                waiting.add(delivery);
            }
        }
    }

    /** Those that may go now. What has waited too long for that is added to {@code late}. */
    List<Claimed> next(long now, List<Claimed> late) {
        List<Claimed> next = new ArrayList<>();
        while (troubles == 0 && underWay < allowed && !waiting.isEmpty()) {
            Claimed delivery = waiting.remove();
            if (delivery.lease().age(now).compareTo(Leases.TO_BE_SENT_WITHIN) > 0) {
                late.add(delivery);
            } else {
                underWay++;
                next.add(delivery);
            }
        }
        return next;
    }

    /** Something went wrong: until that is written down, and what follows from it, nothing more goes. @return what has to be given back */
    List<Claimed> trouble() {
        troubles++;
        return giveBack();
    }

    List<Claimed> giveBack() {
        List<Claimed> back = List.copyOf(waiting);
        waiting.clear();
        return back;
    }

    void written(Outcome outcome) {
        held.remove(outcome.delivery().id());
        underWay--;
        written++;
        if (!outcome.delivered()) {
            troubles--;
            calm = false;
            // What follows is in the database only.
            more = true;
        }
    }

    void givenBack(Claimed delivery) {
        held.remove(delivery.id());
        more = true;
    }

    /** More is looked for now; whether there is any will be seen. */
    void asked() {
        more = false;
    }

    /** Whether it is time to take more. */
    boolean wants(long now) {
        return more && troubles == 0 && room(now) > 0 && waiting.size() <= ahead(now) / 2;
    }

    boolean isFull(long now) {
        return room(now) == 0;
    }

    int size() {
        return held.size();
    }
}
