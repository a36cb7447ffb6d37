package org.tocsin.ingest.report;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.input.Checks;
import org.tocsin.ingest.input.StoredText;

/**
 * A report that may be stored: checked, and in the form in which it is stored.
 *
 * @param url http or https, or null
 * @param language the sender's hint, or null
 */
record Submission(
        String publisher,
        String title,
        String text,
        Instant publishedAt,
        @Nullable String url,
        @Nullable String language) {
    static final int LONGEST_PUBLISHER = 200;
    static final int LONGEST_URL = 2_000;

    private static final Pattern PUBLISHER = Pattern.compile("\\S|\\S\\P{Cc}*\\S");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}");

    /**
     * Checks a request.
     *
     * @throws org.tocsin.service.problem.ProblemException naming every wrong field
     */
    static Submission of(ReportRequest request, Instant now) {
        Checks checks = new Checks();
        Submission submission = new Submission(
                publisher(request.publisher(), checks),
                checks.title(request.title()),
                checks.text(request.text()),
                checks.publishedAt(request.publishedAt(), now),
                url(request.url(), checks),
                language(request.language(), checks));
        checks.refuseIfWrong();
        return submission;
    }

    /** SHA-256 of title and text as stored, in hexadecimal. Two reports of one publisher with the same hash are the same report. */
    String hash() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(title.getBytes(StandardCharsets.UTF_8));
            // no stored text holds this byte, so title and text cannot be divided in another way
            sha256.update((byte) 0);
            return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String publisher(@Nullable String sent, Checks checks) {
        if (sent == null || StoredText.isBlank(sent)) {
            checks.wrong("publisher", "must not be empty");
            return "";
        }
        if (sent.length() > LONGEST_PUBLISHER || !PUBLISHER.matcher(sent).matches()) {
            checks.wrong(
                    "publisher",
                    "must be a name of at most 200 characters without control characters and blanks around it");
        }
        return sent;
    }

    private static @Nullable String url(@Nullable String sent, Checks checks) {
        if (sent != null && (sent.length() > LONGEST_URL || !isWebAddress(sent))) {
            checks.wrong("url", "must be an http or https address with a host, of at most 2,000 characters");
        }
        return sent;
    }

    private static boolean isWebAddress(String text) {
        try {
            URI uri = new URI(text);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("http") || scheme.equals("https");
            return web
                    && uri.getRawAuthority() != null
                    && !uri.getRawAuthority().startsWith(":");
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static @Nullable String language(@Nullable String sent, Checks checks) {
        if (sent != null && !LANGUAGE.matcher(sent).matches()) {
            checks.wrong("language", "must be a language tag such as en or ar-IQ");
        }
        return sent;
    }
}
