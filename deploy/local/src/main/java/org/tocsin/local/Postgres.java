package org.tocsin.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A real PostgreSQL with durable settings, whose data stay in a folder; one role and one database for each service. */
final class Postgres implements AutoCloseable {
    /** What says that a server runs, and the lock that its starter holds. */
    private static final Set<String> UNCOPIED = Set.of("postmaster.pid", "postmaster.opts", "epg-lock");

    private final Path folder;
    private final Path log;
    private EmbeddedPostgres server;

    private Postgres(Path folder, Path log, EmbeddedPostgres server) {
        this.folder = folder;
        this.log = log;
        this.server = server;
    }

    /** Starts on a free port of the loopback interface; a server that an earlier, killed run left behind is stopped first. */
    static Postgres start(Path folder, Path log) {
        return new Postgres(folder, log, server(folder, log, 0));
    }

    private static EmbeddedPostgres server(Path folder, Path log, int port) {
        postmaster(folder).ifPresent(old -> {
            old.destroy();
            ended(old);
        });
        try {
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setDataDirectory(folder)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("encoding", "UTF8")
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "200")
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()));
            if (port != 0) {
                builder.setPort(port);
            }
            return builder.start();
        } catch (IOException | IllegalStateException e) {
            throw new Trouble("PostgreSQL did not start; its log is " + log + ".", e);
        }
    }

    /** Makes the role and the database {@code tocsin_<service>} where they are missing. */
    void ensureDatabase(String service) {
        String name = "tocsin_" + service;
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            if (isEmpty(statement, "select 1 from pg_roles where rolname = '" + name + "'")) {
                statement.execute("create role " + name + " login password '" + name + "'");
            }
            if (isEmpty(statement, "select 1 from pg_database where datname = '" + name + "'")) {
                statement.execute("create database " + name + " owner " + name);
            }
        } catch (SQLException e) {
            throw new Trouble("PostgreSQL did not make the database " + name + ": " + e.getMessage(), e);
        }
    }

    /** Whether a table of a service has no row. */
    boolean isEmptyTable(String service, String table) {
        try (Connection connection =
                        server.getDatabase("postgres", "tocsin_" + service).getConnection();
                Statement statement = connection.createStatement()) {
            return isEmpty(statement, "select 1 from " + table + " limit 1");
        } catch (SQLException e) {
            throw new Trouble("The table " + table + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static boolean isEmpty(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return !rows.next();
        }
    }

    /** Runs one statement in the database of a service, as its owner's administrator would. */
    void run(String service, String sql) {
        runIn("tocsin_" + service, sql);
    }

    private void runIn(String database, String sql) {
        try (Connection connection = server.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new Trouble("In " + database + " this failed: " + sql + ": " + e.getMessage(), e);
        }
    }

    /** The first column of the first row. */
    String value(String service, String query) {
        try (Connection connection =
                        server.getDatabase("postgres", "tocsin_" + service).getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getString(1) : "";
        } catch (SQLException e) {
            throw new Trouble("This cannot be read: " + query + ": " + e.getMessage(), e);
        }
    }

    /** Keeps the database of a service, which nothing may be connected to, as it is. */
    void keep(String service) {
        runIn("postgres", "create database kept_" + service + " template tocsin_" + service);
    }

    /** Puts what was {@linkplain #keep kept} in the place of a service's database. */
    void putBack(String service) {
        String name = "tocsin_" + service;
        runIn("postgres", "drop database " + name + " with (force)");
        runIn("postgres", "create database " + name + " template kept_" + service + " owner " + name);
    }

    /** Copies all that the running server has, with the log that makes the copy whole: a base backup by PostgreSQL's low-level interface. */
    void backUp(Path copy) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_backup_start('drill', true)");
            Folders.copy(folder, copy, path -> !UNCOPIED.contains(path.toString()) && !path.startsWith("pg_wal"));
            String label;
            try (ResultSet rows = statement.executeQuery("select labelfile from pg_backup_stop(false)")) {
                rows.next();
                label = rows.getString(1);
            }
            Folders.copy(folder.resolve("pg_wal"), copy.resolve("pg_wal"), path -> true);
            Files.writeString(copy.resolve("backup_label"), label);
        } catch (SQLException | IOException e) {
            throw new Trouble("The backup failed: " + e.getMessage(), e);
        }
    }

    /** Stops the server, puts the copy in the place of its data, and starts it again on the same port. */
    void restore(Path copy) {
        int port = port();
        close();
        try {
            Folders.delete(folder);
            Folders.copy(copy, folder, path -> true);
        } catch (IOException e) {
            throw new Trouble("The backup cannot be put in place: " + e.getMessage(), e);
        }
        server = server(folder, log, port);
    }

    int port() {
        return server.getPort();
    }

    /** Ends the server at once, as a power cut would, and starts it again on the same port and data. */
    void crashAndRestart() {
        int port = port();
        ProcessHandle postmaster = postmaster(folder).orElseThrow();
        postmaster.descendants().forEach(ProcessHandle::destroyForcibly);
        postmaster.destroyForcibly();
        ended(postmaster);
        close(); // the process is gone; this gives back the lock on its folder
        server = server(folder, log, port);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The running server of this folder, by the pid file that it keeps there. */
    private static Optional<ProcessHandle> postmaster(Path folder) {
        Path pidFile = folder.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        try {
            long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
            return ProcessHandle.of(pid).filter(process -> process.info()
                    .command()
                    .map(c -> c.contains("postgres"))
                    .orElse(false));
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static void ended(ProcessHandle process) {
        try {
            process.onExit().get(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new Trouble(
                    "An earlier PostgreSQL (process " + process.pid() + ") does not stop; stop it by hand.", e);
        }
    }
}
