package org.tocsin.service.problem;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a database that is away, starting, stopping or full from a mistake of ours. */
final class DatabaseAway {
    private DatabaseAway() {}

    /** Looks through all causes, for each layer above JDBC wraps what failed. */
    static boolean is(Throwable failure) {
        Set<Throwable> seen = new HashSet<>();
        for (Throwable cause = failure; cause != null && seen.add(cause); cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isAway(sql.getSQLState(), sql.getMessage())) {
                return true;
            }
        }
        return false;
    }

    /** Classes of SQLSTATE: 08 connection, 53 resources, 57P operator, 58 system, 25006 a standby. The pool gives none when it has to wait. */
    private static boolean isAway(@Nullable String state, @Nullable String message) {
        if (state == null) {
            return message != null && message.contains("timeout");
        }
        return state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57P")
                || state.startsWith("58")
                || state.equals("25006");
    }
}
