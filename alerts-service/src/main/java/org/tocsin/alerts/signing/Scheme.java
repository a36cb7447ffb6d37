package org.tocsin.alerts.signing;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The signatures of Standard Webhooks. v1: HMAC-SHA256 with a shared secret. v1a: ed25519, checked with a public key. */
@RegisterForReflection
public enum Scheme {
    @JsonProperty("v1")
    V1,
    @JsonProperty("v1a")
    V1A;

    /** As Standard Webhooks writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As problems name what may be given. */
    @Override
    public String toString() {
        return word();
    }

    static Scheme of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** As a subscription stores them: their words, apart by spaces. */
    public static String stored(Collection<Scheme> schemes) {
        return schemes.stream().sorted().distinct().map(Scheme::word).collect(Collectors.joining(" "));
    }

    public static Set<Scheme> read(String stored) {
        return Stream.of(stored.split(" "))
                .map(Scheme::of)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scheme.class)));
    }
}
