package org.tocsin.events.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a transaction did to the evidence on one place. */
public final class Touched {
    private final String place;
    private final Set<String> added = new LinkedHashSet<>();
    private final List<String> withdrawn = new ArrayList<>();
    private boolean live;

    Touched(String place) {
        this.place = place;
    }

    /** Who believes something of places because of events, and thinks again when these come or go. */
    public interface Believer {
        /** Locks the places against everybody else until the transaction ends. */
        void lock(List<String> places);

        /** Thinks again about each place, within the transaction; called last in it. */
        void thinkAgain(List<Touched> places, Instant now);
    }

    void add(String event, boolean itsReportIsLive) {
        added.add(event);
        live |= itsReportIsLive;
    }

    void withdraw(String event, boolean itsReportIsLive) {
        withdrawn.add(event);
        live |= itsReportIsLive;
    }

    public String place() {
        return place;
    }

    public Set<String> added() {
        return added;
    }

    public List<String> withdrawn() {
        return withdrawn;
    }

    /** Whether what happened is news, and not history being imported. */
    public boolean live() {
        return live;
    }
}
