package org.tocsin.ingest.input;

import org.jspecify.annotations.Nullable;
import org.tocsin.service.problem.Problem;

/** Where a page begins. */
public final class Cursor {
    private Cursor() {}

    /**
     * The number that the page begins after, null for the first page.
     *
     * @param after the {@code next} of the page before, as it was sent
     * @throws org.tocsin.service.problem.ProblemException if it is not one
     */
    public static @Nullable Long of(@Nullable String after) {
        try {
            return after == null ? null : Long.valueOf(after);
        } catch (NumberFormatException e) {
            throw Problem.invalid("after", "must be the `next` of an answer").asException();
        }
    }
}
