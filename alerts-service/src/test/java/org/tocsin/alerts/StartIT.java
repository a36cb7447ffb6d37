package org.tocsin.alerts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tocsin.testing.FreePort;
import org.tocsin.testing.PostgresAndKeys;

/** The packaged program does not start when it could not keep secrets. */
class StartIT {
    private static final PostgresAndKeys DATABASE = new PostgresAndKeys();
    private static Map<String, String> settings = Map.of();

    @BeforeAll
    static void open() {
        settings = DATABASE.start();
    }

    @AfterAll
    static void close() {
        DATABASE.stop();
    }

    @Test
    void withoutAMasterKeyItDoesNotStart() throws Exception {
        String printed = printedByARefusal(List.of());
        assertTrue(printed.contains("Set tocsin.secrets.key (TOCSIN_SECRETS_KEY)"), printed);
    }

    @Test
    void withABadMasterKeyItDoesNotStartAndDoesNotPrintIt() throws Exception {
        String printed = printedByARefusal(List.of("-Dtocsin.secrets.key=c2VjcmV0IGJ1dCB0b28gc2hvcnQ="));
        assertTrue(printed.contains("Set tocsin.secrets.key (TOCSIN_SECRETS_KEY)"), printed);
        assertFalse(printed.contains("c2VjcmV0"), printed);
    }

    @Test
    void withABadOldKeyItDoesNotStart() throws Exception {
        String printed = printedByARefusal(
                List.of("-Dtocsin.secrets.key=" + Surroundings.MASTER_KEY, "-Dtocsin.secrets.old-keys=c2VjcmV0"));
        assertTrue(printed.contains("Set tocsin.secrets.old-keys (TOCSIN_SECRETS_OLD_KEYS)"), printed);
        assertFalse(printed.contains("c2VjcmV0"), printed);
    }

    private static String printedByARefusal(List<String> more) throws Exception {
        File program = new File(System.getProperty("native.image.path", "none"));
        List<String> command = new ArrayList<>();
        command.add(
                program.canExecute()
                        ? program.getAbsolutePath()
                        : Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString());
        command.add("-Dquarkus.http.port=" + FreePort.any());
        command.add("-Dquarkus.management.port=" + FreePort.any());
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(more);
        if (!program.canExecute()) {
            command.addAll(List.of(
                    "-jar", Path.of("target", "quarkus-app", "quarkus-run.jar").toString()));
        }
        ProcessBuilder starting = new ProcessBuilder(command).redirectErrorStream(true);
        starting.environment().keySet().removeIf(name -> name.startsWith("TOCSIN_"));
        File log = File.createTempFile("tocsin", ".log");
        Process process = starting.redirectOutput(log).start();
        try {
            assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it runs");
            assertEquals(1, process.exitValue());
            return java.nio.file.Files.readString(log.toPath(), StandardCharsets.UTF_8);
        } finally {
            process.destroyForcibly();
            log.delete();
        }
    }
}
