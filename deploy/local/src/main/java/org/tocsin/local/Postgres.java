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
import java.util.concurrent.TimeUnit;

/** A real PostgreSQL with durable settings, whose data stay in a folder; one role and one database for each service. */
final class Postgres implements AutoCloseable {
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
