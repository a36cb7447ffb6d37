package org.tocsin.local.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.tocsin.local.EventsServices;

/**
 * Puts made-up events straight into the tables of events-service, as {@code PUT /reports/{id}/events} would have, but without timelines. Places get events
 * in the order in which they would come, mixed; the busiest place gets about one in a hundred, the quietest one in 150,000 (Zipf).
 */
final class Load {
    private static final String RECORDED = "2026-01-01 00:00:00+00";
    private static final int HEAD = 10;
    private static final int BUFFER = 1 << 20;

    private final EventsServices services;
    private final List<City> cities;
    private final double[] cumulated;
    private final int[] counts;
    private final Random random = new Random(4);
    private int total;

    Load(EventsServices services, List<City> cities) {
        this.services = services;
        this.cities = cities;
        this.cumulated = new double[cities.size()];
        this.counts = new int[cities.size()];
        double sum = 0;
        for (int i = 0; i < cumulated.length; i++) {
            sum += 1.0 / (i + HEAD);
            cumulated[i] = sum;
        }
    }

    int total() {
        return total;
    }

    /** The next event of this place; it counts as told. */
    Told next(int place) {
        total++;
        return Told.of(cities.get(place), counts[place]++);
    }

    /** Adds events until there are {@code wanted} in all. */
    void upTo(int wanted) throws SQLException {
        load(() -> total < wanted ? next(somePlace()) : null);
    }

    /** Adds {@code count} events to one place. */
    void at(int place, int count) throws SQLException {
        int wanted = total + count;
        load(() -> total < wanted ? next(place) : null);
    }

    private int somePlace() {
        double at = random.nextDouble() * cumulated[cumulated.length - 1];
        int found = Arrays.binarySearch(cumulated, at);
        return found >= 0 ? found : -found - 1;
    }

    private interface Source {
        @Nullable Told next();
    }

    private void load(Source source) throws SQLException {
        try (Connection events = services.database();
                Connection reports = services.database();
                Statement statement = events.createStatement()) {
            statement.execute("""
                    insert into publisher (slug, name, grade, graded_at)
                    select 'wire-' || n, 'wire-' || n, (array['C', 'B', 'C', 'A', 'C', 'D', 'C', 'E'])[1 + n %% 8], '2026-01-01Z'
                    from generate_series(0, %d) n on conflict do nothing""".formatted(Told.PUBLISHERS - 1));
            statement.execute("""
                    insert into publisher_grade (publisher, recorded_at, grade)
                    select slug, graded_at, grade from publisher where slug like 'wire-%' on conflict do nothing""");
            // the events refer to the reports, so the check is left out while both are written side by side
            statement.execute("alter table event drop constraint event_report_revision_fkey");
            copy(source, events, reports);
            statement.execute("""
                    alter table event add constraint event_report_revision_fkey
                    foreign key (report, revision) references report_revision""");
            statement.execute("vacuum (analyze) event, report_revision");
        }
    }

    private static void copy(Source source, Connection events, Connection reports) throws SQLException {
        Sink eventRows = new Sink(events, """
                copy event (id, report, revision, publisher, published_at, type, stance, changes_hands, extent, confidence, place,
                    country, latitude, longitude, actor, actor_name, target, target_name, claimant_name, occurred_on,
                    date_precision, evidence, reasons, recorded_at) from stdin""");
        Sink reportRows = new Sink(reports, """
                copy report_revision (report, revision, publisher, published_at, live, reader_version, recorded_at) from stdin""");
        for (Told told = source.next(); told != null; told = source.next()) {
            reportRows.row(told.report(), 1, told.publisher(), told.publishedAt(), false, "bench", RECORDED);
            eventRows.row(
                    told.id(),
                    told.report(),
                    1,
                    told.publisher(),
                    told.publishedAt(),
                    told.type(),
                    told.stance(),
                    told.changesHands(),
                    told.extent(),
                    0.9,
                    told.city().id(),
                    told.city().country(),
                    told.city().latitude(),
                    told.city().longitude(),
                    told.actor(),
                    told.actor(),
                    told.target(),
                    told.target(),
                    told.claimant(),
                    told.on(),
                    told.precision(),
                    told.evidence(),
                    "[\"made up\"]",
                    RECORDED);
        }
        reportRows.end();
        eventRows.end();
    }

    /** Rows in the text form of COPY. */
    private static final class Sink {
        private final CopyIn copy;
        private final StringBuilder rows = new StringBuilder(BUFFER + 4_096);

        Sink(Connection connection, String sql) throws SQLException {
            copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        }

        void row(@Nullable Object... values) throws SQLException {
            for (int i = 0; i < values.length; i++) {
                Object value = values[i];
                rows.append(i == 0 ? "" : "\t")
                        .append(value == null ? "\\N" : value.toString().replace("\\", "\\\\"));
            }
            rows.append('\n');
            if (rows.length() > BUFFER) {
                flush();
            }
        }

        private void flush() throws SQLException {
            byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
            copy.writeToCopy(bytes, 0, bytes.length);
            rows.setLength(0);
        }

        void end() throws SQLException {
            flush();
            copy.endCopy();
        }
    }
}
