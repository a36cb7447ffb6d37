package org.tocsin.events.database;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.util.Collection;

/**
 * Keeps the transactions that write to the same things from each other. There are {@value #MOST} locks for each kind of thing, so that no call
 * and no number of calls fills the lock table of PostgreSQL, which has some 6,400 places by default; two things that share a lock only wait for
 * each other.
 */
@Singleton
public class Locks {
    static final int MOST = 2_048;

    private final Database database;

    Locks(Database database) {
        this.database = database;
    }

    /** What is locked, in the order in which a transaction must lock it. */
    public enum Kind {
        REPORT(1),
        PLACE(2),
        /** What is in force of a sanctions list. */
        SANCTIONS_LIST(4),
        /** The numbers of the versions of a sanctions list. */
        SANCTIONS_RECEIPT(5);

        private final int number;

        Kind(int number) {
            this.number = number;
        }
    }

    /** Waits for other transactions that have locked any of these, and keeps them until the caller's transaction ends. */
    public void lock(Kind kind, Collection<String> ids) {
        database.give(connection -> {
            try (PreparedStatement lock =
                    connection.prepareStatement("select pg_advisory_xact_lock(?, key) from unnest(?) key")) {
                lock.setInt(1, kind.number);
                lock.setArray(2, connection.createArrayOf("int4", keysOf(ids)));
                lock.execute();
            }
        });
    }

    /** Lets nobody change what the timelines of all places rest on (who is whom, who holds what at first) until the caller's transaction ends. */
    public void keepPremises() {
        database.give(connection -> {
            try (PreparedStatement lock = connection.prepareStatement("select pg_advisory_xact_lock_shared(3, 0)")) {
                lock.execute();
            }
        });
    }

    /**
     * Waits for all who compute timelines, and keeps others from it until the caller's transaction ends, so that what they recorded is seen
     * and what they compute from now on sees the change. To be taken before any other lock, and held shortly.
     */
    public void changePremises() {
        database.give(connection -> {
            try (PreparedStatement lock = connection.prepareStatement("select pg_advisory_xact_lock(3, 0)")) {
                lock.execute();
            }
        });
    }

    /** In one order for all, so that no two transactions wait for each other. */
    static Integer[] keysOf(Collection<String> ids) {
        return ids.stream()
                .map(id -> Math.floorMod(id.hashCode(), MOST))
                .distinct()
                .sorted()
                .toArray(Integer[]::new);
    }
}
