package org.tocsin.events.database;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.time.ZoneOffset;

/** Every write that a person makes. */
@Singleton
public class Audit {
    private final Database database;

    Audit(Database database) {
        this.database = database;
    }

    /**
     * Writes down what somebody did, within the caller's transaction.
     *
     * @param subject the address of the thing, without the first slash
     */
    public void record(Instant at, String author, String action, String subject, String detail) {
        database.give(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into audit (recorded_at, author, action, subject, detail) values (?, ?, ?, ?, ?)")) {
                insert.setObject(1, at.atOffset(ZoneOffset.UTC));
                insert.setString(2, author);
                insert.setString(3, action);
                insert.setString(4, subject);
                insert.setString(5, detail);
                insert.executeUpdate();
            }
        });
    }
}
