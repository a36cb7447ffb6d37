package org.tocsin.alerts.signing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** The {@code webhook-signature} header of Standard Webhooks: version, comma, base64 of the signature; one per key, apart by spaces. */
public final class Signatures {
    private Signatures() {}

    /**
     * @param id the value of {@code webhook-id}
     * @param at the value of {@code webhook-timestamp}, signed as whole seconds since 1970
     * @param body exactly the bytes that are sent, as text
     */
    public static String of(String id, Instant at, String body, List<? extends SigningKey> keys) {
        byte[] signed = (id + "." + at.getEpochSecond() + "." + body).getBytes(StandardCharsets.UTF_8);
        return keys.stream()
                .map(key -> key.scheme().word() + "," + Base64.getEncoder().encodeToString(key.sign(signed)))
                .collect(Collectors.joining(" "));
    }
}
