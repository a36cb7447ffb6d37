package org.tocsin.events.sanctions.suppression;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.database.Audit;
import org.tocsin.events.database.Database;
import org.tocsin.events.sanctions.entry.ListId;
import org.tocsin.events.sanctions.list.SanctionsLists;
import org.tocsin.events.sanctions.matching.Comparison;
import org.tocsin.reference.Folding;

/** Suppressions as they are stored. */
@ApplicationScoped
public class Suppressions {
    private static final String SELECT = """
            select id, name, folded, list, reference, reason, author, recorded_at, expires_at, withdrawn_at, withdrawn_by
            from suppression
            """;
    private static final String STANDS = "withdrawn_at is null and (expires_at is null or expires_at > ?)";

    private final Database database;
    private final Audit audit;
    private final SanctionsLists lists;
    private final Clock clock;

    Suppressions(Database database, Audit audit, SanctionsLists lists, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.lists = lists;
        this.clock = clock;
    }

    /** What stands of these names, by {@link Folding#fold}; the latest first. */
    @Transactional
    public Map<String, List<SuppressionView>> of(Collection<String> names) {
        String[] folded = names.stream().map(Folding::fold).distinct().toArray(String[]::new);
        return database.ask(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    SELECT + "where folded = any(?) and " + STANDS + " order by recorded_at desc, id")) {
                select.setArray(1, connection.createArrayOf("text", folded));
                select.setObject(2, utc(now()));
                Map<String, List<SuppressionView>> found = new HashMap<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.computeIfAbsent(row.getString("folded"), name -> new ArrayList<>())
                                .add(view(row));
                    }
                }
                return found;
            }
        });
    }

    @Transactional
    SuppressionView add(SuppressionIn body, String author) {
        UUID id = UUID.randomUUID();
        Instant now = now();
        audit.record(
                now,
                author,
                "suppression",
                "suppressions/" + id,
                about(body) + " reason=" + body.reason() + seen(body));
        database.give(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into suppression (id, name, folded, list, reference, reason, author, recorded_at, expires_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """)) {
                insert.setObject(1, id);
                insert.setString(2, body.name());
                insert.setString(3, Folding.fold(body.name()));
                insert.setString(4, body.list() == null ? null : body.list().name());
                insert.setString(5, body.reference());
                insert.setString(6, body.reason());
                insert.setString(7, author);
                insert.setObject(8, utc(now));
                insert.setObject(9, body.expiresAt() == null ? null : utc(body.expiresAt()));
                insert.executeUpdate();
            }
        });
        return find(id).orElseThrow();
    }

    /** Ends one; whether there is one of this id. To end it twice is no error. */
    @Transactional
    boolean withdraw(UUID id, String author) {
        Optional<SuppressionView> known = find(id);
        if (known.isEmpty() || known.get().withdrawnAt() != null) {
            return known.isPresent();
        }
        Instant now = now();
        int ended = database.ask(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "update suppression set withdrawn_at = ?, withdrawn_by = ? where id = ? and withdrawn_at is null")) {
                update.setObject(1, utc(now));
                update.setString(2, author);
                update.setObject(3, id);
                return update.executeUpdate();
            }
        });
        if (ended > 0) {
            audit.record(
                    now,
                    author,
                    "suppression-withdrawal",
                    "suppressions/" + id,
                    "name=" + known.get().name());
        }
        return true;
    }

    @Transactional
    Optional<SuppressionView> find(UUID id) {
        return database.ask(connection -> {
            try (PreparedStatement select = connection.prepareStatement(SELECT + "where id = ?")) {
                select.setObject(1, id);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(view(row)) : Optional.empty();
                }
            }
        });
    }

    /** In the order in which they were made. */
    @Transactional
    List<SuppressionView> page(@Nullable UUID after, boolean standing, int limit) {
        String where =
                "where (?::uuid is null or (recorded_at, id) > (select recorded_at, id from suppression where id = ?))"
                        + (standing ? " and " + STANDS : "") + " order by recorded_at, id limit ?";
        return database.ask(connection -> {
            try (PreparedStatement select = connection.prepareStatement(SELECT + where)) {
                int next = 1;
                select.setObject(next++, after);
                select.setObject(next++, after);
                if (standing) {
                    select.setObject(next++, utc(now()));
                }
                select.setInt(next, limit);
                List<SuppressionView> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(view(row));
                    }
                }
                return found;
            }
        });
    }

    Instant now() {
        return Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    }

    private static String about(SuppressionIn body) {
        String entry = body.list() == null ? "" : " entry=" + body.list() + "/" + body.reference();
        return "name=" + body.name() + entry;
    }

    /** What was in force when it was said: somebody looked at candidates of these rules and lists. */
    private String seen(SuppressionIn body) {
        Collection<ListId> of = body.list() == null ? List.of(ListId.values()) : List.of(body.list());
        String versions = of.stream()
                .flatMap(list -> lists.inForce(list).stream())
                .map(version -> version.list() + "/" + version.version())
                .collect(Collectors.joining(","));
        return " algorithm=" + Comparison.ALGORITHM + " versions=" + versions;
    }

    private static SuppressionView view(ResultSet row) throws SQLException {
        String list = row.getString("list");
        OffsetDateTime expires = row.getObject("expires_at", OffsetDateTime.class);
        OffsetDateTime withdrawn = row.getObject("withdrawn_at", OffsetDateTime.class);
        return new SuppressionView(
                row.getString("id"),
                row.getString("name"),
                list == null ? null : ListId.valueOf(list),
                row.getString("reference"),
                row.getString("reason"),
                row.getString("author"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                expires == null ? null : expires.toInstant(),
                withdrawn == null ? null : withdrawn.toInstant(),
                row.getString("withdrawn_by"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
