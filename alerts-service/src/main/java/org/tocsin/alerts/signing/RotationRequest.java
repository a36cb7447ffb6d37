package org.tocsin.alerts.signing;

import java.time.DateTimeException;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.service.problem.Problem;

/** How a key is to be replaced. */
@Schema(description = "Which key to replace, and for how long the one before goes on signing beside it.")
public record RotationRequest(
        @Schema(
                nullable = true,
                description = "Absent: the one that the subscription asks for; to be given if it asks for both.",
                examples = "v1")
        @Nullable Scheme signature,

        @Schema(
                nullable = true,
                description =
                        "For how long the keys before go on signing beside the new one, as an ISO 8601 duration from PT0S,"
                                + " which revokes them at once, to P7D.",
                defaultValue = "PT24H",
                examples = "PT24H")
        @Nullable String overlap) {
    private static final Duration DEFAULT = Duration.ofHours(24);
    private static final Duration LONGEST = Duration.ofDays(7);

    /** @throws org.tocsin.service.problem.ProblemException when it is no duration from 0 to 7 days */
    Duration overlapOrDefault() {
        if (overlap == null) {
            return DEFAULT;
        }
        try {
            Duration wanted = Duration.parse(overlap);
            if (!wanted.isNegative() && wanted.compareTo(LONGEST) <= 0) {
                return wanted;
            }
        } catch (DateTimeException | ArithmeticException e) {
            // Said below, like one that is too long.
        }
        throw Problem.invalid("overlap", "must be an ISO 8601 duration from PT0S to P7D, such as PT24H")
                .asException();
    }
}
