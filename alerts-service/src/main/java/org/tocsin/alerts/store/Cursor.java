package org.tocsin.alerts.store;

import org.jspecify.annotations.Nullable;
import org.tocsin.service.problem.Problem;

/** The {@code after} and {@code limit} of a list: an opaque place in it, and how many to answer. */
public record Cursor(@Nullable Long after, int limit) {
    public static final int DEFAULT_LIMIT = 100;
    public static final int LARGEST_LIMIT = 1_000;

    /** @throws org.tocsin.service.problem.ProblemException when one of them cannot be read */
    public static Cursor of(@Nullable String after, @Nullable Integer limit) {
        int many = limit == null ? DEFAULT_LIMIT : limit;
        if (many < 1 || many > LARGEST_LIMIT) {
            throw Problem.invalid("limit", "must be between 1 and " + LARGEST_LIMIT)
                    .asException();
        }
        if (after == null) {
            return new Cursor(null, many);
        }
        if (!after.matches("\\d{1,18}")) {
            throw Problem.invalid("after", "must be the next of an earlier answer")
                    .asException();
        }
        return new Cursor(Long.valueOf(after), many);
    }
}
