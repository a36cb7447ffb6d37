package org.tocsin.events.event;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.database.Database;

/** Which report nearly copies which; every method works in the caller's transaction, which has locked the reports. */
@Singleton
class CopyLinks {
    private final Database database;

    CopyLinks(Database database) {
        this.database = database;
    }

    /**
     * One link.
     *
     * @param copyOf the report that is copied; null for none
     * @param version counts how often it changed
     */
    record Link(String report, @Nullable String copyOf, int version) {}

    /** An event of a report whose link changes what the event counts for. */
    record Weighing(String id, String place) {}

    /** The last link recorded of each of these reports; none for those of which none was. */
    Map<String, Link> of(List<String> reports) {
        return database.ask(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    select distinct on (report) report, copy_of, version from copy_link where report = any(?)
                    order by report, serial desc
                    """)) {
                select.setArray(1, connection.createArrayOf("text", reports.toArray()));
                Map<String, Link> links = new HashMap<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        links.put(row.getString(1), new Link(row.getString(1), row.getString(2), row.getInt(3)));
                    }
                }
                return links;
            }
        });
    }

    /** Whether a link is news: of an older version than the one recorded it is left aside. */
    static boolean isNews(Link link, @Nullable Link before) {
        if (before == null) {
            return link.copyOf() != null || link.version() > 0;
        }
        return link.version() > before.version()
                || (link.version() == before.version() && !Objects.equals(link.copyOf(), before.copyOf()));
    }

    /** Whether a link changes what the events of its report count for. */
    static boolean isMove(Link link, @Nullable Link before) {
        return !Objects.equals(link.copyOf(), before == null ? null : before.copyOf());
    }

    /** Records links; the events of their reports have them from now on. */
    void record(List<Link> links, Instant now) {
        if (links.isEmpty()) {
            return;
        }
        database.give(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                            "insert into copy_link (report, version, copy_of, recorded_at) values (?, ?, ?, ?)");
                    PreparedStatement update = connection.prepareStatement(
                            "update event set copy_of = ? where report = ? and copy_of is distinct from ?")) {
                for (Link link : links) {
                    insert.setString(1, link.report());
                    insert.setInt(2, link.version());
                    insert.setString(3, link.copyOf());
                    insert.setObject(4, now.atOffset(ZoneOffset.UTC));
                    insert.addBatch();
                    update.setString(1, link.copyOf());
                    update.setString(2, link.report());
                    update.setString(3, link.copyOf());
                    update.addBatch();
                }
                insert.executeBatch();
                update.executeBatch();
            }
        });
    }

    /** Of these reports what is said now and bears on who holds a place; of those that say nothing of the kind nothing. */
    Map<String, List<Weighing>> weighing(Collection<String> reports) {
        if (reports.isEmpty()) {
            return Map.of();
        }
        return database.ask(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    select report, id, place, type from event
                    where report = any(?) and withdrawn_at is null and place is not null order by serial
                    """)) {
                select.setArray(1, connection.createArrayOf("text", reports.toArray()));
                Map<String, List<Weighing>> events = new HashMap<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        if (EventType.valueOf(row.getString("type")).weighs()) {
                            events.computeIfAbsent(row.getString("report"), report -> new ArrayList<>())
                                    .add(new Weighing(row.getString("id"), row.getString("place")));
                        }
                    }
                }
                return events;
            }
        });
    }
}
