package org.tocsin.events.sanctions.screening;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.ToIntFunction;
import org.tocsin.events.sanctions.entry.EntryName;
import org.tocsin.events.sanctions.entry.ListEntry;
import org.tocsin.events.sanctions.entry.ListId;
import org.tocsin.reference.Countries;

/**
 * How many names a second one thread screens, beside PostgreSQL's pg_trgm with the same names ({@code deploy/local/evaluate-names speed}).
 * Asked for are names of the lists, half of them with two letters changed, each once, so that few words were asked for before.
 */
final class EvaluateSpeed {
    private static final PrintStream OUT = System.out;
    private static final int ASKED = 4_000;
    private static final int ASKED_OF_POSTGRES = 1_000;
    private static final int MOST = 10;
    private static final double TRIGRAM_THRESHOLD = 0.5;

    private EvaluateSpeed() {}

    public static void main(String[] args) throws IOException, SQLException {
        Countries countries = Countries.load();
        Map<ListId, List<ListEntry>> entries = ListDirectory.read(Path.of(args[0]));
        List<String> all = new ArrayList<>();
        entries.values()
                .forEach(list -> list.forEach(
                        entry -> entry.names().stream().map(EntryName::text).forEach(all::add)));
        long before = used();
        long start = System.nanoTime();
        List<ListNames> lists = new ArrayList<>();
        entries.forEach((id, list) -> lists.add(ListNamesOfFile.names(id, list, countries)));
        double seconds = (System.nanoTime() - start) / 1e9;
        entries.clear();
        OUT.printf(
                Locale.ROOT,
                "%d names ready in %.1f s (cold), %d MB more than before%n",
                lists.stream().mapToInt(list -> list.index().size()).sum(),
                seconds,
                (used() - before) >> 20);
        ToIntFunction<String> screen =
                name -> Candidates.of(new ScreeningView.Asked(name, null, null), lists, ScreeningIn.DEFAULT_THRESHOLD)
                        .size();
        for (int round = 1; round <= 3; round++) {
            measure("screening, " + round + ". round, other names", asked(all, round, ASKED), screen);
        }
        measure("screening, names of before", asked(all, 3, ASKED), screen);
        OUT.printf(Locale.ROOT, "%d MB with the words that are kept%n", (used() - before) >> 20);
        beside(all);
    }

    private static List<String> asked(List<String> all, int seed, int count) {
        Random random = new Random(seed);
        List<String> names = new ArrayList<>(all);
        Collections.shuffle(names, random);
        List<String> asked = new ArrayList<>();
        for (String name : names.subList(0, Math.min(count, names.size()))) {
            StringBuilder changed = new StringBuilder(name);
            for (int k = 0; k < 2 && asked.size() % 2 == 0; k++) {
                changed.setCharAt(random.nextInt(name.length()), (char) ('a' + random.nextInt(26)));
            }
            asked.add(changed.toString());
        }
        return asked;
    }

    private static void measure(String what, List<String> names, ToIntFunction<String> ask) {
        long[] times = new long[names.size()];
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long start = System.nanoTime();
        int found = 0;
        for (int i = 0; i < times.length; i++) {
            long each = System.nanoTime();
            found += ask.applyAsInt(names.get(i));
            times[i] = System.nanoTime() - each;
        }
        double wall = (System.nanoTime() - start) / 1e9;
        double busy = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e9;
        Arrays.sort(times);
        OUT.printf(
                Locale.ROOT,
                "%s: %.0f a second, %.0f a second of processor time; p50 %.2f ms, p99 %.2f ms, max %.1f ms; %d found%n",
                what,
                times.length / wall,
                times.length / busy,
                times[times.length / 2] / 1e6,
                times[times.length * 99 / 100] / 1e6,
                times[times.length - 1] / 1e6,
                found);
    }

    private static void beside(List<String> all) throws IOException, SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
                Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            try {
                statement.execute("create extension pg_trgm");
            } catch (SQLException e) {
                OUT.println("no pg_trgm in the PostgreSQL at hand: " + e.getMessage());
                return;
            }
            statement.execute("create table listed (name text not null)");
            try (PreparedStatement insert = connection.prepareStatement("insert into listed values (lower(?))")) {
                for (String name : all) {
                    insert.setString(1, name);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            statement.execute("create index on listed using gin (name gin_trgm_ops)");
            statement.execute("vacuum analyze listed");
            statement.execute("set pg_trgm.similarity_threshold = " + TRIGRAM_THRESHOLD);
            try (PreparedStatement select = connection.prepareStatement(
                    "select name, similarity(name, lower(?)) as near from listed where name % lower(?) order by near desc limit "
                            + MOST)) {
                ToIntFunction<String> ask = name -> count(select, name);
                measure("pg_trgm with GIN, warming up", asked(all, 1, ASKED_OF_POSTGRES), ask);
                measure("pg_trgm with GIN", asked(all, 2, ASKED_OF_POSTGRES), ask);
            }
        }
    }

    private static int count(PreparedStatement select, String name) {
        try {
            select.setString(1, name);
            select.setString(2, name);
            try (ResultSet rows = select.executeQuery()) {
                int found = 0;
                while (rows.next()) {
                    found++;
                }
                return found;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
