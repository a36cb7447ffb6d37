package org.tocsin.events.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a transaction did to the evidence on one place. */
public final class Touched {
    private final String place;
    private final Set<String> added = new LinkedHashSet<>();
    private final List<String> withdrawn = new ArrayList<>();
    private final Map<String, Cause> relinked = new LinkedHashMap<>();
    private final @Nullable Cause cause;
    private boolean live;

    Touched(String place) {
        this(place, null);
    }

    private Touched(String place, @Nullable Cause cause) {
        this.place = place;
        this.cause = cause;
    }

    /** A place whose evidence weighs otherwise for another reason than an event. */
    public static Touched because(String place, Cause cause) {
        Touched touched = new Touched(place, cause);
        touched.live = true;
        return touched;
    }

    /** The same, for a reason that is no news. */
    public static Touched quietlyBecause(String place, Cause cause) {
        return new Touched(place, cause);
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

    void relink(String event, Cause because, boolean itsCauseIsLive) {
        relinked.put(event, because);
        live |= itsCauseIsLive;
    }

    public String place() {
        return place;
    }

    /** The cause, if it is none of the events. */
    public Optional<Cause> cause() {
        return Optional.ofNullable(cause);
    }

    public Set<String> added() {
        return added;
    }

    public List<String> withdrawn() {
        return withdrawn;
    }

    /** Events whose report became a near copy of another one than before, or of none, with what is to be named as the cause. */
    public Map<String, Cause> relinked() {
        return relinked;
    }

    /** Whether what happened is news, and not history being imported. */
    public boolean live() {
        return live;
    }
}
