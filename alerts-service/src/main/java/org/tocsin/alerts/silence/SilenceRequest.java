package org.tocsin.alerts.silence;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.alerts.subscription.Filter;
import org.tocsin.service.problem.Problem;

/** What an owner says of a silence. */
@RegisterForReflection
@Schema(description = "What is not to be told, from when to when, and why.")
public record SilenceRequest(
        @Valid @Nullable Matchers matchers,

        @Schema(nullable = true, description = "Absent: now.") @Nullable Instant startsAt,

        @Schema(description = "In the future, after startsAt, at most 366 days after it.")
        @NotNull(message = "must be given") Instant endsAt,

        @Schema(
                description = "Why, for whoever wonders.",
                examples = "Battle for Mosul: the desk reads the wire itself")
        @NotBlank(message = "must be given") @Size(max = 1_000) @Pattern(regexp = Filter.PLAIN_TEXT, message = Filter.NOT_PLAIN) String comment) {
    private static final Duration LONGEST = Duration.ofDays(366);

    Matchers matchersOrAll() {
        return matchers == null ? Matchers.ALL : matchers;
    }

    Instant start(Instant now) {
        return startsAt == null ? now : startsAt.truncatedTo(ChronoUnit.MICROS);
    }

    Instant end() {
        return endsAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** @throws org.tocsin.service.problem.ProblemException when its times cannot be */
    void check(Instant now) {
        if (!end().isAfter(now)) {
            throw Problem.invalid("endsAt", "must be in the future").asException();
        }
        if (!end().isAfter(start(now))) {
            throw Problem.invalid("endsAt", "must be after startsAt").asException();
        }
        if (Duration.between(start(now), end()).compareTo(LONGEST) > 0) {
            throw Problem.invalid("endsAt", "must be at most " + LONGEST.toDays() + " days after startsAt")
                    .asException();
        }
    }
}
