package org.tocsin.events.database;

import java.sql.SQLException;

/** The database could not do what was asked. */
public final class DatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean away;

    DatabaseException(SQLException e) {
        super(e);
        String state = e.getSQLState();
        // No connection, a server that stops or starts, or too many connections; Agroal has no state for a full pool.
        this.away = state == null || state.startsWith("08") || state.startsWith("57P") || state.startsWith("53");
    }

    /** Whether it is only away for now. */
    boolean away() {
        return away;
    }
}
