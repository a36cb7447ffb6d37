package org.tocsin.alerts.signing;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Keeps secrets sealed with the key of {@code tocsin.secrets.key}; the service does not start without it. */
@ApplicationScoped
public class Vault {
    private final @Nullable MasterKey key;
    private final String trouble;

    Vault(@ConfigProperty(name = "tocsin.secrets.key") Optional<String> base64) {
        MasterKey made = null;
        String why = "";
        try {
            made = MasterKey.of(base64.orElse(""));
        } catch (IllegalArgumentException e) {
            why = base64.isEmpty() ? "not set" : String.valueOf(e.getMessage());
        }
        this.key = made;
        this.trouble = why;
    }

    void check(@Observes @Priority(2) StartupEvent event) {
        key();
    }

    public Sealed seal(UUID subscription, Secret secret) {
        return key().seal(subscription, secret);
    }

    /** @throws IllegalStateException when another key sealed it */
    public Secret open(UUID subscription, Sealed sealed) {
        if (!sealed.keyId().equals(key().id())) {
            throw new IllegalStateException("the secret of subscription " + subscription + " was sealed with the key "
                    + sealed.keyId() + ", tocsin.secrets.key is " + key().id());
        }
        return key().open(subscription, sealed);
    }

    private MasterKey key() {
        if (key == null) {
            throw new IllegalStateException(
                    "Set tocsin.secrets.key (TOCSIN_SECRETS_KEY) to the base64 of 32 random bytes,"
                            + " for example from 'openssl rand -base64 32'; it is " + trouble
                            + ". The secrets of subscriptions are stored encrypted with it.");
        }
        return key;
    }
}
