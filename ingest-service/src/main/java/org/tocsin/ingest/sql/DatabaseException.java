package org.tocsin.ingest.sql;

import java.sql.SQLException;

/** A statement failed. The cause tells whether the database was away. */
public final class DatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseException(SQLException cause) {
        super(cause);
    }
}
