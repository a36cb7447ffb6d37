package org.tocsin.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** PostgreSQL alone, with the settings of the local run, for {@code deploy/bench}: prints its port and stops when standard input ends. */
public final class PostgresAlone {
    private PostgresAlone() {}

    /** Argument: the folder for data and log. */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]).toAbsolutePath());
        try (Postgres postgres = Postgres.start(folder.resolve("postgres"), folder.resolve("postgres.log"))) {
            System.out.println(postgres.port());
            while (System.in.read() >= 0) {
                // Whoever started this keeps the other end open for as long as the server is needed.
            }
        } catch (Trouble e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
