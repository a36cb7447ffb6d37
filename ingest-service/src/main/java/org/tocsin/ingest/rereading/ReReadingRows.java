package org.tocsin.ingest.rereading;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.sql.Json;

/** Re-readings as they are stored; every method works in the caller's transaction. */
@Singleton
class ReReadingRows {
    private static final String SELECT = """
            select sequence, id, filter::text, apply, state, reader_version, selected_after >= selected_until as all_selected,
                started_by, started_at, changed_at, counts::text, purged
            from re_reading
            """;

    /** By the text of the id: see the index of it. */
    static final String COUNT = """
            select count(*), count(*) filter (where state = 'WAITING'),
                count(*) filter (where state in ('READ', 'APPLIED') and not changed),
                count(*) filter (where state in ('READ', 'APPLIED') and changed),
                count(*) filter (where state = 'FAILED'), count(*) filter (where state = 'SKIPPED'),
                count(*) filter (where state = 'APPLIED' and changed),
                coalesce(sum(added) filter (where state in ('READ', 'APPLIED')), 0),
                coalesce(sum(removed) filter (where state in ('READ', 'APPLIED')), 0),
                coalesce(sum(altered) filter (where state in ('READ', 'APPLIED')), 0)
            from re_reading_report where re_reading::text = ?
            """;

    private final Json json;
    private final Duration keep;

    ReReadingRows(Json json, @ConfigProperty(name = "tocsin.re-readings.keep", defaultValue = "P30D") Duration keep) {
        this.json = json;
        this.keep = keep;
    }

    /** A stored re-reading with the number that pages go by. */
    record Row(long sequence, ReReadingView view) {}

    /** How long previews are kept when nothing happens. */
    Duration keep() {
        return keep;
    }

    Optional<Row> find(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(SELECT + " where id = ?")) {
            find.setObject(1, id);
            return read(connection, find).stream().findFirst();
        }
    }

    /** Whether what its reports differ in is deleted; nothing for one that is not known. */
    Optional<Boolean> isPurged(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement find =
                connection.prepareStatement("select purged or state = 'CANCELLED' from re_reading where id = ?")) {
            find.setObject(1, id);
            try (ResultSet row = find.executeQuery()) {
                return row.next() ? Optional.of(row.getBoolean(1)) : Optional.empty();
            }
        }
    }

    /** Its state, which nobody else changes until the transaction ends; nothing for one that is not known. */
    Optional<ReReadingState> lock(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement find =
                connection.prepareStatement("select state from re_reading where id = ? for no key update")) {
            find.setObject(1, id);
            try (ResultSet row = find.executeQuery()) {
                return row.next() ? Optional.of(ReReadingState.valueOf(row.getString(1))) : Optional.empty();
            }
        }
    }

    /** One that is at the same already, so that asking twice starts nothing twice. */
    Optional<Row> atTheSame(Connection connection, Filter filter, boolean apply) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(
                SELECT + " where state in ('RUNNING', 'APPLYING') and filter = ?::jsonb and apply = ? limit 1")) {
            find.setString(1, json.text(filter));
            find.setBoolean(2, apply);
            return read(connection, find).stream().findFirst();
        }
    }

    /** Last started first. */
    List<Row> page(Connection connection, @Nullable Long after, int limit) throws SQLException {
        try (PreparedStatement find =
                connection.prepareStatement(SELECT + " where sequence < ? order by sequence desc limit ?")) {
            find.setLong(1, after == null ? Long.MAX_VALUE : after);
            find.setInt(2, limit);
            return read(connection, find);
        }
    }

    void insert(
            Connection connection, UUID id, Filter filter, boolean apply, String readerVersion, String by, Instant now)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into re_reading (id, filter, apply, state, reader_version, selected_until, started_by, started_at, changed_at)
                select ?, ?::jsonb, ?, 'RUNNING', ?, coalesce(max(sequence), 0), ?, ?, ? from report
                """)) {
            insert.setObject(1, id);
            insert.setString(2, json.text(filter));
            insert.setBoolean(3, apply);
            insert.setString(4, readerVersion);
            insert.setString(5, by);
            insert.setObject(6, now.atOffset(ZoneOffset.UTC));
            insert.setObject(7, now.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    /** Moves it on, and keeps what it came to when it has ended. */
    void become(Connection connection, UUID id, ReReadingState state) throws SQLException {
        boolean ended = state == ReReadingState.APPLIED || state == ReReadingState.CANCELLED;
        try (PreparedStatement update = connection.prepareStatement(
                "update re_reading set state = ?, changed_at = now(), counts = ?::jsonb where id = ?")) {
            update.setString(1, state.name());
            update.setString(2, ended ? json.text(counted(connection, id)) : null);
            update.setObject(3, id);
            update.executeUpdate();
        }
    }

    private List<Row> read(Connection connection, PreparedStatement select) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                rows.add(row(connection, row));
            }
        }
        return rows;
    }

    private Row row(Connection connection, ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        ReReadingState state = ReReadingState.valueOf(row.getString("state"));
        String kept = row.getString("counts");
        ReReadingView.Counts counts =
                kept == null ? counted(connection, id) : json.read(kept, new TypeReference<ReReadingView.Counts>() {});
        Instant changedAt = row.getObject("changed_at", OffsetDateTime.class).toInstant();
        boolean rests = state == ReReadingState.PREVIEWED || state == ReReadingState.APPLIED;
        return new Row(
                row.getLong("sequence"),
                new ReReadingView(
                        id,
                        state,
                        json.read(row.getString("filter"), new TypeReference<Filter>() {}),
                        row.getBoolean("apply"),
                        row.getString("reader_version"),
                        row.getBoolean("all_selected"),
                        counts.reports(),
                        counts.claims(),
                        row.getString("started_by"),
                        row.getObject("started_at", OffsetDateTime.class).toInstant(),
                        changedAt,
                        rests && !row.getBoolean("purged") ? changedAt.plus(keep) : null));
    }

    private static ReReadingView.Counts counted(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement count = connection.prepareStatement(COUNT)) {
            count.setString(1, id.toString());
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return new ReReadingView.Counts(
                        new ReReadingView.Reports(
                                row.getLong(1),
                                row.getLong(2),
                                row.getLong(3),
                                row.getLong(4),
                                row.getLong(5),
                                row.getLong(6),
                                row.getLong(7)),
                        new ReReadingView.Claims(row.getLong(8), row.getLong(9), row.getLong(10)));
            }
        }
    }
}
