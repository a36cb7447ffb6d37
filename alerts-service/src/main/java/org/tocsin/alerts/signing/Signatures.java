package org.tocsin.alerts.signing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** The {@code webhook-signature} header of Standard Webhooks: version, comma, base64 of the signature; one per key, apart by spaces. */
public final class Signatures {
    private Signatures() {}

    /**
     * @param id the value of {@code webhook-id}
     * @param at the value of {@code webhook-timestamp}, signed as whole seconds since 1970
     * @param body exactly the bytes that are sent
     */
    public static String of(String id, Instant at, byte[] body, List<? extends SigningKey> keys) {
        byte[] head = (id + "." + at.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8);
        byte[] signed = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, signed, head.length, body.length);
        return keys.stream()
                .map(key -> key.scheme().word() + "," + Base64.getEncoder().encodeToString(key.sign(signed)))
                .collect(Collectors.joining(" "));
    }
}
