package org.tocsin.alerts.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import org.tocsin.alerts.store.Database;

/** Every write that a person makes: who, when, what, to what. */
@ApplicationScoped
public class Audit {
    private final Database database;
    private final Caller caller;

    Audit(Database database, Caller caller) {
        this.database = database;
        this.caller = caller;
    }

    /**
     * Writes down what the caller of this request did, within its transaction.
     *
     * @param subject the address of the thing, without the first slash
     * @param detail never a secret: of an endpoint only its host, for a chat's address is a secret as a whole
     */
    public void record(String action, String subject, String detail) {
        String insert = "insert into audit (recorded_at, author, action, subject, detail) values (now(), ?, ?, ?, ?)";
        String author = caller.name();
        database.inTransaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(insert)) {
                statement.setString(1, author);
                statement.setString(2, action);
                statement.setString(3, subject);
                statement.setString(4, detail);
                return statement.executeUpdate();
            }
        });
    }
}
