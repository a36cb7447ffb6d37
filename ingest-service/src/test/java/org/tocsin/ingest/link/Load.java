package org.tocsin.ingest.link;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.tocsin.ingest.copy.Fingerprints;
import org.tocsin.ingest.copy.Story;

/**
 * Measures what finding copies costs while ever more reports are stored: a reading's own work, and the statements in the database. The stories are
 * made of random words, names and numbers, a tenth of the sentences is background that hundreds of stories have; 20,000 appear a day.
 */
final class Load {
    private static final Instant BEGINNING = Instant.parse("2025-01-01T00:00:00Z");
    private static final int A_DAY = 20_000;
    private static final int SENTENCES = 15;

    private final Random random = new Random(1);
    private final CopyLinks links = new CopyLinks(new SimpleMeterRegistry());
    private final List<String> background = new ArrayList<>();
    private final List<String> lastTexts = new ArrayList<>();

    public static void main(String[] args) throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start()) {
            Flyway.configure().dataSource(postgres.getPostgresDatabase()).load().migrate();
            try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
                connection.setAutoCommit(false);
                new Load().run(connection);
            }
        }
    }

    private void run(Connection connection) throws SQLException {
        for (int i = 0; i < 300; i++) {
            background.add(sentence());
        }
        int stored = 0;
        for (int until : new int[] {2_000, 50_000, 200_000}) {
            set(connection, "set synchronous_commit = off");
            while (stored < until) {
                fill(connection, stored, 500);
                stored += 500;
            }
            connection.setAutoCommit(true);
            set(connection, "set synchronous_commit = on");
            set(connection, "vacuum analyze");
            connection.setAutoCommit(false);
            measure(connection, stored, 300);
            stored += 600;
            measure(connection, stored, 300);
            stored += 600;
        }
        try (Statement size = connection.createStatement();
                ResultSet row = size.executeQuery("""
                        select pg_total_relation_size('copy_fingerprint') / (select count(*) from copy),
                            pg_total_relation_size('copy') / (select count(*) from copy),
                            pg_total_relation_size('report') / (select count(*) from copy)
                        """)) {
            row.next();
            System.out.printf(
                    "bytes a report: fingerprints %d, copy %d, the report itself %d%n",
                    row.getLong(1), row.getLong(2), row.getLong(3));
        }
    }

    private static void set(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Instant at(int number) {
        return BEGINNING.plus(Duration.ofSeconds(86_400L * number / A_DAY));
    }

    private void fill(Connection connection, int from, int count) throws SQLException {
        try (PreparedStatement report = connection.prepareStatement(INSERT_REPORT);
                PreparedStatement copy = connection.prepareStatement("""
                        with c as (
                            insert into copy (report, sequence, published_at, facts, fingerprints)
                            select id, sequence, published_at, '{}', ? from report where id = ? returning *)
                        insert into copy_fingerprint select p, published_at, sequence from c, unnest(fingerprints) p
                        """)) {
            for (int i = from; i < from + count; i++) {
                UUID id = UUID.randomUUID();
                String text = text();
                lastTexts.add(text);
                bind(report, id, text, at(i));
                report.addBatch();
                copy.setArray(
                        1,
                        connection.createArrayOf(
                                "int8",
                                Fingerprints.of(Story.of(text, at(i), List.of()))
                                        .toArray()));
                copy.setObject(2, id);
                copy.addBatch();
            }
            report.executeBatch();
            copy.executeBatch();
            connection.commit();
        }
        if (lastTexts.size() > 2_000) {
            lastTexts.subList(0, lastTexts.size() - 1_000).clear();
        }
    }

    /** Half of them copies, each in a transaction of its own. */
    private void measure(Connection connection, int stored, int count) throws SQLException {
        long[] own = new long[2 * count];
        long[] linking = new long[2 * count];
        long[] committed = new long[2 * count];
        long cpu = ManagementFactory.getThreadMXBean().isCurrentThreadCpuTimeSupported()
                ? ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime()
                : 0;
        int copies = 0;
        for (int i = 0; i < 2 * count; i++) {
            UUID id = UUID.randomUUID();
            String text = i % 2 == 0 ? text() : lastTexts.get(random.nextInt(lastTexts.size()));
            Instant at = at(stored + i);
            try (PreparedStatement report = connection.prepareStatement(INSERT_REPORT)) {
                bind(report, id, text, at);
                report.executeUpdate();
                connection.commit();
            }
            long start = System.nanoTime();
            Story story = Story.of(text, at, List.of());
            Fingerprints.of(story);
            own[i] = System.nanoTime() - start;
            start = System.nanoTime();
            links.come(connection, id, story);
            linking[i] = System.nanoTime() - start;
            connection.commit();
            committed[i] = System.nanoTime() - start;
            try (Statement select = connection.createStatement();
                    ResultSet row = select.executeQuery(
                            "select 1 from copy where copy_of is not null and report = '" + id + "'")) {
                copies += row.next() ? 1 : 0;
            }
            connection.commit();
        }
        cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu;
        System.out.printf(
                "%,7d stored: story and fingerprints %s; linking %s; with commit %s; thread CPU %.2f ms each; copies found %d of %d%n",
                stored, figures(own), figures(linking), figures(committed), cpu / 1e6 / (2 * count), copies, count);
    }

    private static String figures(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return "p50 %.2f p95 %.2f p99 %.2f ms"
                .formatted(
                        sorted[sorted.length / 2] / 1e6,
                        sorted[sorted.length * 95 / 100] / 1e6,
                        sorted[sorted.length * 99 / 100] / 1e6);
    }

    private static final String INSERT_REPORT = """
            insert into report (id, publisher, title, text, published_at, live, received_at, received_from, revision, revised_at,
                status) values (?, 'load', 'A title', ?, ?, true, now(), 'test', 1, now(), 'PENDING')
            """;

    private static void bind(PreparedStatement report, UUID id, String text, Instant at) throws SQLException {
        report.setObject(1, id);
        report.setString(2, text);
        report.setObject(3, at.atOffset(ZoneOffset.UTC));
    }

    private String text() {
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < SENTENCES; i++) {
            sentences.add(
                    i > 0 && random.nextInt(10) == 0 ? background.get(random.nextInt(background.size())) : sentence());
        }
        return String.join(" ", sentences);
    }

    private String sentence() {
        StringBuilder sentence = new StringBuilder("The");
        for (int i = 0; i < 18; i++) {
            int kind = random.nextInt(10);
            sentence.append(kind == 0 ? " of the" : "").append(' ');
            if (kind == 1) {
                sentence.append('N').append(word(random.nextInt(3_000)));
            } else if (kind == 2) {
                sentence.append(random.nextInt(500));
            } else {
                // the usual words are used more often than others, as in any language
                sentence.append(word((int) (4_000 * Math.pow(random.nextDouble(), 3))));
            }
        }
        return sentence.append('.').toString();
    }

    private static String word(int number) {
        StringBuilder word = new StringBuilder("x");
        for (int rest = number + 20; rest > 0; rest /= 20) {
            word.append((char) ('a' + rest % 20));
        }
        return word.toString();
    }
}
