package org.tocsin.events.database;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;

/** Runs SQL on the connection of the caller's transaction, or on one of its own outside of any. */
@Singleton
public class Database {
    private final AgroalDataSource pool;

    Database(AgroalDataSource pool) {
        this.pool = pool;
    }

    /** SQL that answers something. */
    @FunctionalInterface
    public interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }

    /** SQL that only does something. */
    @FunctionalInterface
    public interface Order {
        void give(Connection connection) throws SQLException;
    }

    public <T> T ask(Question<T> question) {
        try (Connection connection = pool.getConnection()) {
            return question.ask(connection);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    public void give(Order order) {
        try (Connection connection = pool.getConnection()) {
            order.give(connection);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }
}
