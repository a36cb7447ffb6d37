package org.tocsin.ingest.outbox;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.ext.ClientHeadersFactory;
import org.jboss.logging.Logger;

/** Proves who calls, by the token in a file that whoever renews it may replace at any time. */
@Singleton
public class ServiceToken implements ClientHeadersFactory {
    private static final Logger LOG = Logger.getLogger(ServiceToken.class);

    private final Optional<Path> file;
    private volatile Held held = new Held(FileTime.fromMillis(0), -1, "");

    private record Held(FileTime changed, long size, String token) {}

    ServiceToken(@ConfigProperty(name = "tocsin.service-token-file") Optional<Path> file) {
        this.file = file;
        if (file.isEmpty()) {
            LOG.warn("tocsin.service-token-file is not set: events-service will refuse what is sent to it");
        }
    }

    @Override
    public MultivaluedMap<String, String> update(
            MultivaluedMap<String, String> incoming, MultivaluedMap<String, String> outgoing) {
        MultivaluedMap<String, String> headers = new MultivaluedHashMap<>();
        String token = current();
        if (!token.isEmpty()) {
            headers.putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + token);
        }
        return headers;
    }

    /** The token in the file, read again when the file has changed; the one before while it cannot be read. */
    private String current() {
        if (file.isEmpty()) {
            return "";
        }
        Held now = held;
        try {
            BasicFileAttributes attributes = Files.readAttributes(file.get(), BasicFileAttributes.class);
            if (!attributes.lastModifiedTime().equals(now.changed()) || attributes.size() != now.size()) {
                now = new Held(
                        attributes.lastModifiedTime(),
                        attributes.size(),
                        Files.readString(file.get()).strip());
                held = now;
            }
        } catch (IOException e) {
            LOG.warnf("the service token cannot be read: %s", e);
        }
        return now.token();
    }
}
