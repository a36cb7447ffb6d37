package org.tocsin.alerts.signing;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Keeps signing keys sealed with the master key {@code tocsin.secrets.key}; the service does not start without it. Those of {@code
 * tocsin.secrets.old-keys} only open what they sealed.
 */
@ApplicationScoped
class Vault {
    private final @Nullable MasterKey key;
    private final String trouble;
    private final Map<String, MasterKey> byId = new HashMap<>();

    Vault(
            @ConfigProperty(name = "tocsin.secrets.key") Optional<String> base64,
            @ConfigProperty(name = "tocsin.secrets.old-keys") Optional<List<String>> old) {
        MasterKey made = null;
        String why = "";
        String what = "tocsin.secrets.key (TOCSIN_SECRETS_KEY) to the base64 of 32 random bytes";
        try {
            made = MasterKey.of(base64.orElse(""));
            byId.put(made.id(), made);
            what = "tocsin.secrets.old-keys (TOCSIN_SECRETS_OLD_KEYS) to earlier master keys, apart by commas";
            for (String each : old.orElse(List.of())) {
                MasterKey opening = MasterKey.of(each);
                byId.putIfAbsent(opening.id(), opening);
            }
        } catch (IllegalArgumentException e) {
            why = "Set " + what + ", each from 'openssl rand -base64 32'; "
                    + (base64.isEmpty() ? "it is not set" : "one is " + e.getMessage())
                    + ". The secrets of subscriptions are stored encrypted with it.";
        }
        this.key = made;
        this.trouble = why;
    }

    void check(@Observes @Priority(2) StartupEvent event) {
        key();
    }

    Sealed seal(UUID subscription, SigningKey signing) {
        return key().seal(subscription, signing);
    }

    /** @throws IllegalStateException when a key that is not configured sealed it */
    SigningKey open(UUID subscription, Scheme scheme, Sealed sealed) {
        MasterKey opening = byId.get(sealed.keyId());
        if (opening == null) {
            throw new IllegalStateException(
                    "it was sealed with the master key " + sealed.keyId() + ", tocsin.secrets.key is " + key().id());
        }
        return opening.open(subscription, scheme, sealed);
    }

    /** The id of the master key that seals. */
    String keyId() {
        return key().id();
    }

    /** The ids of all that open. */
    Set<String> keyIds() {
        return Set.copyOf(byId.keySet());
    }

    private MasterKey key() {
        if (key == null || !trouble.isEmpty()) {
            throw new IllegalStateException(trouble);
        }
        return key;
    }
}
