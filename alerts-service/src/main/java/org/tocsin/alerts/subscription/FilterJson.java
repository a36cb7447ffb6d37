package org.tocsin.alerts.subscription;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Filters as they are stored. */
public final class FilterJson {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private FilterJson() {}

    public static String write(Filter filter) {
        try {
            return JSON.writeValueAsString(filter);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Filter read(String stored) {
        try {
            return JSON.readValue(stored, Filter.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored filter cannot be read", e);
        }
    }
}
