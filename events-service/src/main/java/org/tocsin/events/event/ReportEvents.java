package org.tocsin.events.event;

import static org.tocsin.events.event.Inputs.NO_NUL;
import static org.tocsin.events.event.Inputs.NO_NUL_MESSAGE;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * All that one revision of a report says. Each claim is checked on its own, so that a bad one does not keep out the others.
 *
 * @param revision counts what was made of the report: corrected, retracted
 * @param reading counts how often this revision was read, from 1; null means 1
 * @param readerVersion version of the reader that made the claims
 * @param live false when the report is history being imported or read again; its changes then do not ring
 * @param events empty for a retraction
 */
public record ReportEvents(
        @NotNull @Valid Facts report,

        @NotNull @Min(1) @Max(1_000_000) @Schema(examples = "1")
        Integer revision,

        @Nullable @Min(1) @Max(1_000_000) @Schema(
                nullable = true,
                description =
                        "Counts how often this revision was read, from 1, which null stands for. A later reading replaces an"
                                + " earlier one.",
                examples = "1")
        Integer reading,

        @NotBlank @Size(max = 100) @Pattern(regexp = NO_NUL, message = NO_NUL_MESSAGE) @Schema(examples = "1")
        String readerVersion,

        @NotNull Boolean live,

        @NotNull @Size(max = Inputs.MOST_EVENTS) List<@NotNull ClaimIn> events) {

    int readingNumber() {
        return reading == null ? 1 : reading;
    }

    /**
     * The facts of a report.
     *
     * @param copyOf id of the report that this one nearly copies
     */
    @Schema(name = "ReportFacts")
    public record Facts(
            @NotBlank @Size(max = 200) @Pattern(regexp = NO_NUL, message = NO_NUL_MESSAGE) @Schema(examples = "example-wire")
            String publisher,

            @Nullable @Size(max = 2_000) @Pattern(regexp = NO_NUL, message = NO_NUL_MESSAGE) @Schema(nullable = true, examples = "Militants seize Mosul")
            String title,

            @Nullable @Size(max = 2_000) @Pattern(regexp = NO_NUL, message = NO_NUL_MESSAGE) @Schema(nullable = true, examples = "https://wire.example/2014/06/10/mosul")
            String url,

            @NotNull @Schema(examples = "2014-06-10T15:30:00Z")
            Instant publishedAt,

            @Nullable @Pattern(regexp = "[A-Za-z0-9-]{1,20}", message = "must be a language code") @Schema(nullable = true, examples = "en")
            String language,

            @Schema(nullable = true) @Nullable @Pattern(regexp = Inputs.REPORT, message = Inputs.REPORT_MESSAGE) String copyOf) {}
}
