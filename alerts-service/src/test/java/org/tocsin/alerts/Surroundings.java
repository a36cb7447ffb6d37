package org.tocsin.alerts;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.tocsin.service.access.Role;
import org.tocsin.testing.FreePort;
import org.tocsin.testing.TestKeys;

/** Configures the program under test: where its events-service is (a test starts it with {@link Feed}), its token, its key, loopback allowed. */
public final class Surroundings implements QuarkusTestResourceLifecycleManager {
    public static final String MASTER_KEY = "dGhpcyBpcyBhIHRlc3Qga2V5LCAzMiBieXRlcyBsb24=";

    static final String PORT = "tocsin.test.events-port";

    @Override
    public Map<String, String> start() {
        int port = FreePort.any();
        try {
            System.setProperty(PORT, Integer.toString(port));
            Path token = Files.createTempFile("tocsin", ".token");
            Files.writeString(token, TestKeys.token("alerts-service", Role.SERVICE) + "\n");
            token.toFile().deleteOnExit();
            return Map.of(
                    "tocsin.events.url",
                    "http://127.0.0.1:" + port,
                    "tocsin.service-token-file",
                    token.toString(),
                    "tocsin.secrets.key",
                    MASTER_KEY,
                    "tocsin.delivery.look-every",
                    "1s",
                    "tocsin.egress.http",
                    "true",
                    "tocsin.egress.allow",
                    "127.0.0.1/32");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {}
}
