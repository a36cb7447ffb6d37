package org.tocsin.testing;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** The packaged program, as jar or native, started with settings that it is to refuse. */
public final class Refusals {
    private final Map<String, String> right;

    /** @param right with which it would start */
    public Refusals(Map<String, String> right) {
        this.right = Map.copyOf(right);
    }

    /** @return the one line that says why it does not start, of what it printed; it left with code 1 and printed no trace */
    public String line(Map<String, String> wrong) throws IOException, InterruptedException {
        Map<String, String> settings = new HashMap<>(right);
        settings.putAll(wrong);
        String printed = printed(settings);
        List<String> lines = printed.lines()
                .filter(line -> line.startsWith("Does not start: "))
                .toList();
        if (lines.size() != 1 || printed.contains("\tat ")) {
            throw new AssertionError(printed);
        }
        return lines.get(0);
    }

    /** What it says of a database whose schema a later version has made. */
    public String lineOfALaterSchema() throws IOException, InterruptedException, SQLException {
        try (Connection database = PostgresAndKeys.connect();
                Statement statement = database.createStatement()) {
            statement.execute("create database later");
        }
        String later = database("later");
        try (Connection database = DriverManager.getConnection(later, "postgres", "postgres");
                Statement statement = database.createStatement()) {
            statement.execute("""
                    create table flyway_schema_history (installed_rank int primary key, version varchar(50),
                        description varchar(200) not null, type varchar(20) not null, script varchar(1000) not null, checksum int,
                        installed_by varchar(100) not null, installed_on timestamp not null default now(),
                        execution_time int not null, success boolean not null)
                    """);
            statement.execute("""
                    insert into flyway_schema_history (installed_rank, version, description, type, script, installed_by,
                        execution_time, success)
                    values (1, '999', 'later', 'SQL', 'V999__later.sql', 'later', 1, true)
                    """);
        }
        return line(Map.of("quarkus.datasource.jdbc.url", later));
    }

    /** The address of another database of the same server. */
    public String database(String name) {
        return Objects.requireNonNull(right.get("quarkus.datasource.jdbc.url"))
                .replaceFirst("/postgres(?=$|\\?)", "/" + name);
    }

    private static String printed(Map<String, String> settings) throws IOException, InterruptedException {
        ProcessBuilder starting = new ProcessBuilder(command(settings)).redirectErrorStream(true);
        starting.environment().keySet().removeIf(name -> name.startsWith("TOCSIN_") || name.startsWith("QUARKUS_"));
        Path log = Files.createTempFile("tocsin", ".log");
        Process process = starting.redirectOutput(log.toFile()).start();
        try {
            boolean left = process.waitFor(60, TimeUnit.SECONDS);
            String printed = Files.readString(log, StandardCharsets.UTF_8);
            if (!left || process.exitValue() != 1) {
                throw new AssertionError((left ? "left with " + process.exitValue() : "it runs") + ": " + printed);
            }
            return printed;
        } finally {
            process.destroyForcibly();
            Files.delete(log);
        }
    }

    private static List<String> command(Map<String, String> settings) throws IOException {
        File program = new File(System.getProperty("native.image.path", "none"));
        List<String> command = new ArrayList<>();
        command.add(
                program.canExecute()
                        ? program.getAbsolutePath()
                        : Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString());
        if (!program.canExecute()) {
            command.add("-XX:TieredStopAtLevel=1");
        }
        command.add("-Dquarkus.http.port=" + FreePort.any());
        command.add("-Dquarkus.management.port=" + FreePort.any());
        command.add("-Dquarkus.flyway.connect-retries=0");
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        if (!program.canExecute()) {
            command.addAll(List.of(
                    "-jar", Path.of("target", "quarkus-app", "quarkus-run.jar").toString()));
        }
        return command;
    }
}
