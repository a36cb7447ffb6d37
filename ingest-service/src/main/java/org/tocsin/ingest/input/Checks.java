package org.tocsin.ingest.input;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.service.problem.Problem;
import org.tocsin.service.problem.ProblemKind;

/** Checks the fields of one request and remembers everything that is wrong, so that the sender learns it at once. */
public final class Checks {
    /** In Unicode code points. */
    public static final int LONGEST_TEXT = 1_000_000;

    /** In Unicode code points. */
    public static final int LONGEST_TITLE = 1_000;

    private static final Duration AHEAD = Duration.ofHours(24);
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    private final List<Problem.FieldError> errors = new ArrayList<>();
    private boolean textTooLong;

    public void wrong(String field, String detail) {
        errors.add(new Problem.FieldError(field, detail));
    }

    /** The text as it is stored. */
    public String text(@Nullable String sent) {
        String text = words("text", sent);
        if (longerThan(LONGEST_TEXT, text)) {
            textTooLong = true;
            wrong("text", "must have at most 1,000,000 characters");
        }
        return text;
    }

    /** The title as it is stored. */
    public String title(@Nullable String sent) {
        String title = words("title", sent);
        if (longerThan(LONGEST_TITLE, title)) {
            wrong("title", "must have at most 1,000 characters");
        }
        return title;
    }

    /** A time of publication that can be, to the microsecond. */
    public Instant publishedAt(@Nullable Instant sent, Instant now) {
        if (sent == null) {
            wrong("publishedAt", "must not be empty");
            return now;
        }
        if (sent.isAfter(now.plus(AHEAD))) {
            wrong("publishedAt", "must not be more than 24 hours ahead");
        } else if (sent.isBefore(EARLIEST)) {
            wrong("publishedAt", "must not be before 1900");
        }
        return sent.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Ends the checks.
     *
     * @throws org.tocsin.service.problem.ProblemException naming every wrong field; TOO_LARGE when nothing but the length of the text is wrong
     */
    public void refuseIfWrong() {
        if (errors.isEmpty()) {
            return;
        }
        ProblemKind kind = textTooLong && errors.size() == 1 ? ProblemKind.TOO_LARGE : ProblemKind.INVALID_REQUEST;
        String detail = errors.stream().map(e -> e.field() + " " + e.detail()).collect(Collectors.joining("; "));
        throw Problem.of(kind, detail + ".", errors).asException();
    }

    private String words(String field, @Nullable String sent) {
        if (sent == null || StoredText.isBlank(sent)) {
            wrong(field, "must not be empty");
            return "";
        }
        return StoredText.of(sent);
    }

    private static boolean longerThan(int limit, String text) {
        return text.length() > limit && text.codePointCount(0, text.length()) > limit;
    }
}
