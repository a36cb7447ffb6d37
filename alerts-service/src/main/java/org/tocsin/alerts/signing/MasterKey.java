package org.tocsin.alerts.signing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals the keys of subscriptions with AES-256-GCM, each bound to its subscription and scheme, so that a row moved to another cannot be
 * opened.
 */
final class MasterKey {
    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;
    private final String id;

    private MasterKey(byte[] bytes) {
        this.key = new SecretKeySpec(bytes, "AES");
        this.id = fingerprint(bytes);
    }

    /**
     * @param base64 of 32 bytes
     * @throws IllegalArgumentException when it is anything else; the message does not hold it
     */
    static MasterKey of(String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("not base64");
        }
        if (bytes.length != KEY) {
            throw new IllegalArgumentException(bytes.length + " bytes long");
        }
        return new MasterKey(bytes);
    }

    /** Tells keys apart without telling anything about them. */
    String id() {
        return id;
    }

    Sealed seal(UUID subscription, SigningKey signing) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, boundTo(subscription, signing.scheme()), signing.bytes());
        return new Sealed(
                id,
                ByteBuffer.allocate(NONCE + sealed.length)
                        .put(nonce)
                        .put(sealed)
                        .array());
    }

    SigningKey open(UUID subscription, Scheme scheme, Sealed sealed) {
        ByteBuffer all = ByteBuffer.wrap(sealed.bytes());
        byte[] nonce = new byte[NONCE];
        all.get(nonce);
        byte[] rest = new byte[all.remaining()];
        all.get(rest);
        return SigningKey.of(scheme, run(Cipher.DECRYPT_MODE, nonce, boundTo(subscription, scheme), rest));
    }

    private static String boundTo(UUID subscription, Scheme scheme) {
        return scheme == Scheme.V1 ? subscription.toString() : subscription + " " + scheme.word();
    }

    private byte[] run(int mode, byte[] nonce, String boundTo, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(boundTo.getBytes(StandardCharsets.US_ASCII));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a secret could not be sealed or opened", e);
        }
    }

    private static String fingerprint(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
