package org.tocsin.alerts.store;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Runs SQL in a transaction: in the one that is open, or in one of its own. */
@ApplicationScoped
public class Database {
    private final DataSource source;

    Database(DataSource source) {
        this.source = source;
    }

    @FunctionalInterface
    public interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /** All of the work or, when it throws, nothing of it. */
    public <T> T inTransaction(Work<T> work) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            try (Connection connection = source.getConnection()) {
                return work.with(connection);
            }
        });
    }

    /**
     * The same for a list that somebody asks for, of whose conditions some may not be set: its plan is made for what is asked. All else keeps the
     * plans that were made once ({@code application.properties}), for making one takes as long as what the queue's statements do.
     */
    public <T> T listing(Work<T> work) {
        return inTransaction(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set local plan_cache_mode = force_custom_plan");
            }
            return work.with(connection);
        });
    }
}
