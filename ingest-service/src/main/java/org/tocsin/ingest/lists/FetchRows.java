package org.tocsin.ingest.lists;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.lists.Download.Validator;
import org.tocsin.ingest.sql.Columns;
import org.tocsin.ingest.sql.Transactions;

/** When lists are fetched next, and what became of the last time. */
@ApplicationScoped
@RegisterForReflection(targets = Validator.class)
class FetchRows {
    private final Transactions transactions;
    private final ObjectMapper json;

    FetchRows(Transactions transactions, ObjectMapper json) {
        this.transactions = transactions;
        this.json = json;
    }

    /** A list as it is kept. */
    record Row(
            String list,
            Instant dueAt,
            @Nullable UUID lease,
            @Nullable Instant triedAt,
            @Nullable String outcome,
            @Nullable String problem,
            int failures,
            @Nullable Instant seenAt,
            @Nullable Instant sentAt,
            @Nullable String version,
            Map<String, Validator> validators) {}

    /** Makes rows for lists that have none. */
    void know(Collection<String> lists) {
        transactions.run(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into list_fetch (list) select unnest(?::text[]) on conflict do nothing")) {
                Columns.bind(insert, 1, "text", lists);
                return insert.executeUpdate();
            }
        });
    }

    /** One of these lists that is due, which no other replica takes while the lease holds. */
    Optional<Row> take(Collection<String> lists, Duration lease) {
        return transactions.run(connection -> {
            try (PreparedStatement take = connection.prepareStatement("""
                    with turn as (
                        select list from list_fetch where list = any(?::text[]) and due_at <= now() order by due_at limit 1 for update skip locked)
                    update list_fetch f set lease = gen_random_uuid(), due_at = now() + make_interval(secs => ?), tried_at = now()
                    from turn t where t.list = f.list returning f.*
                    """)) {
                Columns.bind(take, 1, "text", lists);
                take.setDouble(2, lease.toMillis() / 1000.0);
                try (ResultSet rows = take.executeQuery()) {
                    return rows.next() ? Optional.of(row(rows)) : Optional.empty();
                }
            }
        });
    }

    Optional<Row> find(String list) {
        return transactions.run(connection -> {
            try (PreparedStatement find = connection.prepareStatement("select * from list_fetch where list = ?")) {
                find.setString(1, list);
                try (ResultSet rows = find.executeQuery()) {
                    return rows.next() ? Optional.of(row(rows)) : Optional.empty();
                }
            }
        });
    }

    /** The publisher says that nothing has changed. */
    void unchanged(Row row, Duration next) {
        done(row, "outcome = 'UNCHANGED', problem = null, failures = 0, seen_at = now()", next);
    }

    /** Events-service has the files as this version. */
    void sent(Row row, Duration next, @Nullable String version, Map<String, Validator> validators) {
        done(
                row,
                "outcome = 'SENT', problem = null, failures = 0, seen_at = now(), sent_at = now(), version = ?, validators = ?::jsonb",
                next,
                version,
                written(validators));
    }

    void failed(Row row, Duration next, String problem) {
        done(row, "outcome = 'FAILED', failures = failures + 1, problem = ?", next, problem);
    }

    /** Whoever has lost the lease writes nothing. */
    private void done(Row row, String set, Duration next, @Nullable String... values) {
        transactions.run(connection -> {
            try (PreparedStatement update = connection.prepareStatement("update list_fetch set lease = null,"
                    + " due_at = now() + make_interval(secs => ?), " + set + " where list = ? and lease = ?")) {
                int at = 1;
                update.setDouble(at++, next.toMillis() / 1000.0);
                for (String value : values) {
                    update.setString(at++, value);
                }
                update.setString(at++, row.list());
                update.setObject(at, row.lease());
                return update.executeUpdate();
            }
        });
    }

    private String written(Map<String, Validator> validators) {
        try {
            return json.writeValueAsString(validators);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("list"),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                row.getObject("lease", UUID.class),
                instant(row, "tried_at"),
                row.getString("outcome"),
                row.getString("problem"),
                row.getInt("failures"),
                instant(row, "seen_at"),
                instant(row, "sent_at"),
                row.getString("version"),
                validators(row.getString("validators")));
    }

    private Map<String, Validator> validators(String text) throws SQLException {
        try {
            return json.readValue(text, new TypeReference<Map<String, Validator>>() {});
        } catch (JsonProcessingException e) {
            throw new SQLException("validators cannot be read", e);
        }
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
