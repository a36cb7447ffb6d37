package org.tocsin.alerts.signing;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Optional;

/**
 * An ed25519 key pair (RFC 8032). Its bytes are those that Standard Webhooks writes behind {@code whsk_}: 32 of the private key, then 32 of
 * the public one.
 */
final class KeyPair extends SigningKey {
    private static final int LENGTH = 32;
    private static final String ED25519 = "Ed25519";

    private final byte[] bytes;
    private final PrivateKey signing;

    private KeyPair(byte[] bytes) {
        this.bytes = bytes;
        try {
            this.signing = KeyFactory.getInstance(ED25519)
                    .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, Arrays.copyOf(bytes, LENGTH)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static KeyPair random() {
        try {
            java.security.KeyPair made = KeyPairGenerator.getInstance(ED25519).generateKeyPair();
            byte[] seed = ((EdECPrivateKey) made.getPrivate()).getBytes().orElseThrow();
            byte[] encoded = made.getPublic().getEncoded();
            byte[] bytes = Arrays.copyOf(seed, 2 * LENGTH);
            // The X.509 form ends with the 32 bytes of RFC 8032.
            System.arraycopy(encoded, encoded.length - LENGTH, bytes, LENGTH, LENGTH);
            return new KeyPair(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static KeyPair of(byte[] bytes) {
        if (bytes.length != 2 * LENGTH) {
            throw new IllegalArgumentException(bytes.length + " bytes long");
        }
        return new KeyPair(bytes.clone());
    }

    @Override
    Scheme scheme() {
        return Scheme.V1A;
    }

    @Override
    byte[] bytes() {
        return bytes.clone();
    }

    @Override
    byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance(ED25519);
            signature.initSign(signing);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    Optional<PublicKey> publicKey() {
        return Optional.of(new PublicKey(Arrays.copyOfRange(bytes, LENGTH, 2 * LENGTH)));
    }

    /** Nothing of the private key, so that no log line can hold it. */
    @Override
    public String toString() {
        return "whsk_***";
    }
}
