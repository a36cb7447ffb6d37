package org.tocsin.alerts.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.tocsin.service.problem.Problem;
import org.tocsin.service.problem.ProblemKind;

/** How many things an owner may have. */
public final class Limits {
    private Limits() {}

    /**
     * Refuses one more when there are as many as may be. Calls for one owner wait for each other until their transactions end, so that no two
     * count at once.
     *
     * @param kind of thing; owners wait only for the same kind
     * @param count counts those of the owner, its only parameter
     * @param things as the problem calls them
     * @throws org.tocsin.service.problem.ProblemException when the limit is reached
     */
    public static void check(Connection connection, String kind, String owner, String count, int most, String things)
            throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement("select pg_advisory_xact_lock(hashtext(?), hashtext(?))")) {
            lock.setString(1, kind);
            lock.setString(2, owner);
            lock.execute();
        }
        try (PreparedStatement statement = connection.prepareStatement(count)) {
            statement.setString(1, owner);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                long there = row.getLong(1);
                if (there >= most) {
                    throw Problem.of(
                                    ProblemKind.CONFLICT,
                                    "The owner has " + there + " " + things + ", and may have " + most + ".")
                            .asException();
                }
            }
        }
    }
}
