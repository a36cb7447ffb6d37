package org.tocsin.events.change;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.util.Collection;
import org.tocsin.events.control.Rethinking;
import org.tocsin.events.database.Database;
import org.tocsin.events.event.Cause;

/** The places that wait to be thought about again. */
@Singleton
class Queue implements Rethinking {
    private final Database database;

    Queue(Database database) {
        this.database = database;
    }

    @Override
    public void later(Collection<String> places, Cause cause) {
        if (places.isEmpty()) {
            return;
        }
        database.give(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into recomputation (place, cause_type, cause_id) select unnest(?), ?, ?")) {
                insert.setArray(1, connection.createArrayOf("text", places.toArray()));
                insert.setString(2, cause.type());
                insert.setString(3, cause.id());
                insert.executeUpdate();
            }
            try (PreparedStatement notify = connection.prepareStatement("select pg_notify(?, '')")) {
                notify.setString(1, Recomputations.CHANNEL);
                notify.execute();
            }
        });
    }
}
