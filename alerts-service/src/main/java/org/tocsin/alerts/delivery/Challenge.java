package org.tocsin.alerts.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** A random word that only an endpoint which wants alerts sends back. */
public final class Challenge {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final ObjectMapper JSON = new ObjectMapper();

    private Challenge() {}

    public static String random() {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
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
