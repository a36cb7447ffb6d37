package org.tocsin.alerts.store;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.service.problem.Problem;

/** What callers write into addresses and headers. */
public final class Inputs {
    private Inputs() {}

    public static @Nullable UUID subscription(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("subscription", "must be the id of a subscription")
                    .asException();
        }
    }

    public static long position(String field, String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw Problem.invalid(field, "must be the id of an event of this stream")
                    .asException();
        }
        return Long.parseLong(text);
    }
}
