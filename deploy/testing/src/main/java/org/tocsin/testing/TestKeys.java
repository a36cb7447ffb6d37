package org.tocsin.testing;

import io.smallrye.jwt.build.Jwt;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;

/**
 * Real tokens for tests: one RSA key pair per test run, its public half configured in the program under test. The key is kept in system
 * properties, because Quarkus loads this class once for the test resource and once for the test.
 */
public final class TestKeys {
    /** The issuer that programs under test are configured with. */
    public static final String ISSUER = "https://issuer.test";

    private static final String PRIVATE = "tocsin.test.private-key";
    private static final String PUBLIC = "tocsin.test.public-key";

    private TestKeys() {}

    /** A token for {@code subject} with these roles, valid for an hour. */
    public static String token(String subject, String... roles) {
        return tokenFor(ISSUER, "tocsin", Instant.now().plus(Duration.ofHours(1)), subject, roles);
    }

    /** A token whose issuer, audience and expiry are the caller's, to show that wrong ones are refused. */
    public static String tokenFor(String issuer, String audience, Instant expiresAt, String subject, String... roles) {
        return Jwt.issuer(issuer)
                .audience(audience)
                .subject(subject)
                .upn(subject)
                .groups(Set.of(roles))
                .issuedAt(expiresAt.minus(Duration.ofHours(2)))
                .expiresAt(expiresAt)
                .sign(privateKey());
    }

    /** The public key as the base64 of its X.509 encoding, the form that {@code mp.jwt.verify.publickey} takes. */
    public static String publicKey() {
        ensure();
        return System.getProperty(PUBLIC, "");
    }

    private static PrivateKey privateKey() {
        ensure();
        byte[] encoded = Base64.getDecoder().decode(System.getProperty(PRIVATE, ""));
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static synchronized void ensure() {
        if (System.getProperty(PRIVATE) != null) {
            return;
        }
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            Base64.Encoder base64 = Base64.getEncoder();
            System.setProperty(PUBLIC, base64.encodeToString(pair.getPublic().getEncoded()));
            System.setProperty(PRIVATE, base64.encodeToString(pair.getPrivate().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
