package org.tocsin.alerts;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/** Checks signatures as somebody would who has nothing but the published key and the JDK. */
public final class Ed25519 {
    /** What stands before the 32 bytes of a key in its X.509 form (RFC 8410). */
    private static final byte[] HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

    private Ed25519() {}

    /** @param x the member of a JWK */
    public static boolean fits(String x, byte[] message, byte[] signature) throws GeneralSecurityException {
        byte[] key = Base64.getUrlDecoder().decode(x);
        byte[] encoded = new byte[HEAD.length + key.length];
        System.arraycopy(HEAD, 0, encoded, 0, HEAD.length);
        System.arraycopy(key, 0, encoded, HEAD.length, key.length);
        Signature checking = Signature.getInstance("Ed25519");
        checking.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        checking.update(message);
        return checking.verify(signature);
    }
}
