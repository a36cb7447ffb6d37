package org.tocsin.alerts.silence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Matchers as they are stored. */
final class MatchersJson {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private MatchersJson() {}

    static String write(Matchers matchers) {
        try {
            return JSON.writeValueAsString(matchers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Matchers read(String stored) {
        try {
            return JSON.readValue(stored, Matchers.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored matchers cannot be read", e);
        }
    }
}
