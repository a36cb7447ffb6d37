package org.tocsin.service.access;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses to start a service that could not tell a good token from a bad one. */
@ApplicationScoped
public class AccessSettings {
    private final Optional<String> issuer;
    private final Optional<String> key;
    private final Optional<String> keys;

    AccessSettings(
            @ConfigProperty(name = "tocsin.auth.issuer") Optional<String> issuer,
            @ConfigProperty(name = "tocsin.auth.key") Optional<String> key,
            @ConfigProperty(name = "tocsin.auth.keys") Optional<String> keys) {
        this.issuer = issuer;
        this.key = key;
        this.keys = keys;
    }

    void check(@Observes @Priority(1) StartupEvent event) {
        if (issuer.isEmpty()) {
            throw new IllegalStateException(
                    "Set tocsin.auth.issuer (TOCSIN_AUTH_ISSUER): the 'iss' of accepted tokens.");
        }
        if (key.isEmpty() && keys.isEmpty()) {
            throw new IllegalStateException("Set tocsin.auth.keys (TOCSIN_AUTH_KEYS): a file or https address of the"
                    + " issuer's key set; or tocsin.auth.key: one public key.");
        }
        keys.filter(where -> !where.contains("://") || where.startsWith("file:"))
                .map(where -> where.startsWith("file:") ? URI.create(where).getPath() : where)
                .ifPresent(AccessSettings::checkFile);
    }

    /** A wrong file would only show with the first call, and then to the caller. */
    private static void checkFile(String where) {
        String text;
        try {
            text = Files.readString(Path.of(where));
        } catch (IOException e) {
            throw new IllegalStateException(
                    "tocsin.auth.keys (TOCSIN_AUTH_KEYS) names the file " + where + ", which cannot be read.", e);
        }
        if (!text.contains("BEGIN PUBLIC KEY") && !text.contains("BEGIN CERTIFICATE") && !text.contains("\"kty\"")) {
            throw new IllegalStateException(
                    "The file " + where + " of tocsin.auth.keys (TOCSIN_AUTH_KEYS) holds neither"
                            + " a key set (JWKS) nor a public key or certificate in PEM.");
        }
    }
}
