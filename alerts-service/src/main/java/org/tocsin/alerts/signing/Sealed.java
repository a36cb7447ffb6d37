package org.tocsin.alerts.signing;

/** A secret as it is stored, with the id of the master key that opens it. */
public final class Sealed {
    private final String keyId;
    private final byte[] bytes;

    public Sealed(String keyId, byte[] bytes) {
        this.keyId = keyId;
        this.bytes = bytes.clone();
    }

    public String keyId() {
        return keyId;
    }

    /** 12 bytes of nonce, then the ciphertext with its tag of 16 bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }
}
