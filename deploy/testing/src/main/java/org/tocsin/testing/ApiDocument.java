package org.tocsin.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The committed OpenAPI document of a service must be the one its build writes. */
public final class ApiDocument {
    private ApiDocument() {}

    /**
     * Compares {@code target/openapi/<service>.yaml} with {@code docs/api/<service>.yaml}; with {@code -Dtocsin.api.update} it rewrites the
     * latter instead. To be called from a test that runs in the service's folder after its program was built.
     */
    public static void assertCommitted(String service) {
        Path built = Path.of("target", "openapi", service + ".yaml");
        Path committed = Path.of("..", "docs", "api", service + ".yaml");
        try {
            String now = Files.readString(built);
            if (System.getProperty("tocsin.api.update") != null) {
                Files.writeString(committed, now);
                return;
            }
            String before = Files.exists(committed) ? Files.readString(committed) : "";
            if (!before.equals(now)) {
                throw new AssertionError("The API of " + service + " changed. Look at the difference between "
                        + built.toAbsolutePath() + " and docs/api/" + service
                        + ".yaml; if it is meant, run: mvn verify -Dtocsin.api.update -pl " + service + " -am");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
