package org.tocsin.alerts.signing;

import java.util.Base64;

/** The public half of an ed25519 key pair: what a receiver checks {@code v1a} signatures with. */
final class PublicKey {
    private final byte[] bytes;

    PublicKey(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** As Standard Webhooks writes it. */
    String whpk() {
        return "whpk_" + Base64.getEncoder().encodeToString(bytes);
    }

    /** As the member {@code x} of a JWK has it (RFC 8037). */
    String x() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
