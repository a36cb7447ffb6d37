package org.tocsin.alerts.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.MultiMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The headers of a request as an attempt keeps them: of signatures only the scheme, so that nobody replays them from here. */
final class RequestHeaders {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> SECRET = Set.of("authorization", "proxy-authorization", "cookie");

    private RequestHeaders() {}

    /** A JSON object, names in lower case. */
    static String shown(MultiMap headers) {
        Map<String, String> shown = new TreeMap<>();
        for (Map.Entry<String, String> header : headers) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            shown.put(name, valueOf(name, header.getValue()));
        }
        try {
            return JSON.writeValueAsString(shown);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Map<String, String> read(String stored) {
        try {
            return JSON.readValue(stored, new TypeReference<TreeMap<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored headers cannot be read", e);
        }
    }

    private static String valueOf(String name, String value) {
        if (name.equals("webhook-signature")) {
            return Stream.of(value.split(" "))
                    .map(signature -> signature.substring(0, signature.indexOf(',') + 1) + "...")
                    .collect(Collectors.joining(" "));
        }
        return SECRET.contains(name) ? "..." : value;
    }
}
