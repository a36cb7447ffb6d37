package org.tocsin.ingest.reading;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;
import org.tocsin.ingest.sql.Columns;

/** Locks reports before anything else of them is touched, as a correction does, so that no two ever wait for each other in a circle. */
public final class ReportLocks {
    private static final String LOCK = "select id from report where id = any(?::uuid[]) order by id for no key update";

    private ReportLocks() {}

    /** Until the caller's transaction ends. */
    public static void take(Connection connection, Collection<UUID> reports) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            Columns.bind(lock, 1, "uuid", reports);
            lock.execute();
        }
    }
}
