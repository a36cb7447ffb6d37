package org.tocsin.alerts.signing;

import java.util.Optional;

/** What a subscription's requests are signed with. */
public abstract sealed class SigningKey permits Secret, KeyPair {
    abstract Scheme scheme();

    /** What is sealed and stored. */
    abstract byte[] bytes();

    /** The bare signature of a message. */
    abstract byte[] sign(byte[] message);

    /** Whether signing takes a few microseconds; else it takes hundreds. */
    public boolean isQuick() {
        return scheme() == Scheme.V1;
    }

    /** What may be published; a shared secret has nothing of the kind. */
    Optional<PublicKey> publicKey() {
        return Optional.empty();
    }

    static SigningKey random(Scheme scheme) {
        return scheme == Scheme.V1 ? Secret.random() : KeyPair.random();
    }

    static SigningKey of(Scheme scheme, byte[] bytes) {
        return scheme == Scheme.V1 ? Secret.of(bytes) : KeyPair.of(bytes);
    }
}
