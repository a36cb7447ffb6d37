package org.tocsin.alerts.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;

/** A random word that only an endpoint which wants alerts sends back. */
public final class Challenge {
    private static final String BASE_32 = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Challenge() {}

    public static String random() {
        byte[] bytes = new byte[24];
        // Not kept in a field: a native program would hold the state of the day it was built.
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * The same for a person to type, where no machine can answer: 40 bits of a hash of the challenge, as eight characters of Crockford's
     * base 32.
     */
    public static String codeOf(String challenge) {
        byte[] hash;
        try {
            hash = MessageDigest.getInstance("SHA-256").digest(("code " + challenge).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        long bits = ByteBuffer.wrap(hash).getLong();
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            code.append(i == 4 ? "-" : "").append(BASE_32.charAt((int) (bits >>> (5 * i)) & 31));
        }
        return code.toString();
    }

    /** Whether {@code given} is the code, however it is spaced, and with letters that look like digits read as those. */
    public static boolean isCode(String challenge, String given) {
        String read = given.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return MessageDigest.isEqual(
                read.getBytes(StandardCharsets.UTF_8),
                codeOf(challenge).replace("-", "").getBytes(StandardCharsets.UTF_8));
    }

    /** Whether {@code answer} is a JSON object whose {@code challenge} is the one that was sent. */
    static boolean isAnswered(String challenge, String answer) {
        try {
            JsonNode given = JSON.readTree(answer).path("challenge");
            return given.isTextual()
                    && MessageDigest.isEqual(
                            given.textValue().getBytes(StandardCharsets.UTF_8),
                            challenge.getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            return false;
        }
    }
}
