package org.tocsin.alerts.signing;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A shared secret as Standard Webhooks writes it: 32 random bytes, shown as {@code whsec_} and their base64. */
public final class Secret extends SigningKey {
    private static final int LENGTH = 32;

    private final byte[] bytes;

    private Secret(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Secret random() {
        byte[] bytes = new byte[LENGTH];
        // Not kept in a field: a native program would hold the state of the day it was built.
        new SecureRandom().nextBytes(bytes);
        return new Secret(bytes);
    }

    static Secret of(byte[] bytes) {
        return new Secret(bytes.clone());
    }

    @Override
    Scheme scheme() {
        return Scheme.V1;
    }

    @Override
    byte[] bytes() {
        return bytes.clone();
    }

    @Override
    byte[] sign(byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the owner of the subscription is shown, once. */
    public String reveal() {
        return "whsec_" + Base64.getEncoder().encodeToString(bytes);
    }

    /** Nothing of the secret, so that no log line can hold it. */
    @Override
    public String toString() {
        return "whsec_***";
    }
}
