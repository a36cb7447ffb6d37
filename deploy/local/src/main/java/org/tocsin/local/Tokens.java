package org.tocsin.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** A key pair of one's own and ready tokens, as a person without an OpenID provider would make them. */
final class Tokens {
    static final String ISSUER = "https://tocsin.local";
    private static final Duration LIFE = Duration.ofDays(30);

    private final PrivateKey privateKey;
    private final String publicKey;

    private Tokens(PrivateKey privateKey, String publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    /** The pair kept in this folder, made there the first time. */
    static Tokens in(Path folder) throws IOException {
        Path privateFile = folder.resolve("signing.key");
        Path publicFile = folder.resolve("signing.pub");
        try {
            if (!Files.exists(privateFile) || !Files.exists(publicFile)) {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
                KeyPair pair = generator.generateKeyPair();
                secret(privateFile, base64(pair.getPrivate().getEncoded()));
                Files.writeString(publicFile, base64(pair.getPublic().getEncoded()));
            }
            byte[] encoded =
                    Base64.getDecoder().decode(Files.readString(privateFile).strip());
            PrivateKey key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
            return new Tokens(key, Files.readString(publicFile).strip());
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new Trouble("The keys in " + folder + " cannot be read; start with --fresh.", e);
        }
    }

    String publicKey() {
        return publicKey;
    }

    String token(String subject, String role) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience("tocsin");
        claims.setSubject(subject);
        claims.setStringListClaim("groups", role);
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture((float) LIFE.toMinutes());
        claims.setGeneratedJwtId();
        JsonWebSignature token = new JsonWebSignature();
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        token.setPayload(claims.toJson());
        token.setKey(privateKey);
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes {@code REPORTER_TOKEN=...} and its like, one a line, and returns them by role. */
    Map<String, String> write(Path file) throws IOException {
        Map<String, String> tokens = new LinkedHashMap<>();
        StringBuilder lines = new StringBuilder();
        for (String role : new String[] {"reporter", "reader", "subscriber", "analyst", "admin"}) {
            String token = token("local-" + role, role);
            tokens.put(role, token);
            lines.append(role.toUpperCase(Locale.ROOT))
                    .append("_TOKEN=")
                    .append(token)
                    .append('\n');
        }
        secret(file, lines.toString());
        return tokens;
    }

    /** Writes a file that only its owner can read; a reader never sees half of it. */
    static void secret(Path file, String text) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(fresh, text);
        Files.move(
                fresh,
                file,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING,
                java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
