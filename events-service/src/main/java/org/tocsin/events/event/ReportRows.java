package org.tocsin.events.event;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import org.tocsin.events.database.Database;
import org.tocsin.events.publisher.Publishers;

/** Writes which revisions and readings of reports have come; every method works in the caller's transaction. */
@Singleton
class ReportRows {
    private final Database database;

    ReportRows(Database database) {
        this.database = database;
    }

    /**
     * How far a report has come: of two versions the one with the higher revision counts, of the same revision the later reading.
     *
     * @param revision 0 for a report that is not known
     */
    record Version(int revision, int reading) implements Comparable<Version> {
        private static final Comparator<Version> ORDER =
                Comparator.comparingInt(Version::revision).thenComparingInt(Version::reading);

        static Version of(ReportEvents said) {
            return new Version(said.revision(), said.readingNumber());
        }

        @Override
        public int compareTo(Version other) {
            return ORDER.compare(this, other);
        }
    }

    Version latestOf(String report) {
        return database.ask(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    select r.revision, coalesce(max(g.reading), 1)
                    from report_revision r left join report_reading g on g.report = r.report and g.revision = r.revision
                    where r.report = ? group by r.revision order by r.revision desc limit 1
                    """)) {
                select.setString(1, report);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? new Version(row.getInt(1), row.getInt(2)) : new Version(0, 0);
                }
            }
        });
    }

    /** Adds what is new against what was stored. */
    void insert(String report, Version stored, ReportEvents said, Instant now) {
        if (said.revision() > stored.revision()) {
            insertRevision(report, said, now);
        }
        if (said.readingNumber() > 1) {
            insertReading(report, said, now);
        }
    }

    private void insertRevision(String report, ReportEvents said, Instant now) {
        ReportEvents.Facts facts = said.report();
        database.give(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into report_revision (report, revision, publisher, title, url, published_at, language, copy_of,
                        live, reader_version, recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """)) {
                insert.setString(1, report);
                insert.setInt(2, said.revision());
                insert.setString(3, Publishers.slugOf(facts.publisher()));
                insert.setString(4, facts.title());
                insert.setString(5, facts.url());
                insert.setObject(6, facts.publishedAt().atOffset(ZoneOffset.UTC));
                insert.setString(7, facts.language());
                insert.setString(8, facts.copyOf());
                insert.setBoolean(9, said.live());
                insert.setString(10, said.readerVersion());
                insert.setObject(11, now.atOffset(ZoneOffset.UTC));
                insert.executeUpdate();
            }
        });
    }

    private void insertReading(String report, ReportEvents said, Instant now) {
        database.give(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into report_reading (report, revision, reading, reader_version, live, recorded_at)
                    values (?, ?, ?, ?, ?, ?)
                    """)) {
                insert.setString(1, report);
                insert.setInt(2, said.revision());
                insert.setInt(3, said.readingNumber());
                insert.setString(4, said.readerVersion());
                insert.setBoolean(5, said.live());
                insert.setObject(6, now.atOffset(ZoneOffset.UTC));
                insert.executeUpdate();
            }
        });
    }
}
