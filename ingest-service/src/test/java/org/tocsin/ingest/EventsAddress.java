package org.tocsin.ingest;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.tocsin.testing.FreePort;

/**
 * Reserves an address at which a test may start and stop a stand-in for events-service, and tells it to the program under test with the
 * file of its token. Both are kept in system properties, because Quarkus loads this class once for the test resource and once for the test.
 */
public final class EventsAddress implements QuarkusTestResourceLifecycleManager {
    private static final String PORT = "tocsin.test.events-port";
    private static final String TOKEN_FILE = "tocsin.test.token-file";

    @Override
    public Map<String, String> start() {
        int port = FreePort.any();
        try {
            Path token = Files.createTempFile("token", ".txt");
            Files.writeString(token, "first-token\n");
            System.setProperty(PORT, String.valueOf(port));
            System.setProperty(TOKEN_FILE, token.toString());
            return Map.of(
                    "tocsin.events.url", "http://127.0.0.1:" + port, "tocsin.service-token-file", token.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        tokenFile().toFile().delete();
    }

    public static int port() {
        return Integer.getInteger(PORT, 0);
    }

    public static Path tokenFile() {
        return Path.of(System.getProperty(TOKEN_FILE, ""));
    }
}
