package org.tocsin.alerts.signing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The {@code webhook-signature} header of Standard Webhooks: {@code v1,<base64 of HMAC-SHA256>}, one per secret, apart by spaces. */
public final class Signatures {
    private Signatures() {}

    /**
     * @param id the value of {@code webhook-id}
     * @param at the value of {@code webhook-timestamp}, signed as whole seconds since 1970
     * @param body exactly the bytes that are sent, as text
     */
    public static String v1(String id, Instant at, String body, List<Secret> secrets) {
        byte[] signed = (id + "." + at.getEpochSecond() + "." + body).getBytes(StandardCharsets.UTF_8);
        return secrets.stream()
                .map(secret -> "v1," + Base64.getEncoder().encodeToString(hmac(secret, signed)))
                .collect(Collectors.joining(" "));
    }

    private static byte[] hmac(Secret secret, byte[] signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.bytes(), "HmacSHA256"));
            return mac.doFinal(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
