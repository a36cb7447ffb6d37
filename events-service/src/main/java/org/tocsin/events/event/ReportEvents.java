package org.tocsin.events.event;

import static org.tocsin.events.event.Inputs.TEXT;
import static org.tocsin.events.event.Inputs.TEXT_MESSAGE;

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
 * @param copyLinks links of other reports that changed because of this one; they count from the same moment on
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

        @NotBlank @Size(max = 100) @Pattern(regexp = TEXT, message = TEXT_MESSAGE) @Schema(examples = "1")
        String readerVersion,

        @NotNull Boolean live,

        @NotNull @Size(max = Inputs.MOST_EVENTS) List<@NotNull ClaimIn> events,

        @Schema(nullable = true) @Nullable @Size(max = Inputs.MOST_LINKS) List<@NotNull @Valid CopyLink> copyLinks) {

    /** Given or not, in the same form. */
    List<CopyLink> links() {
        return copyLinks == null ? List.of() : copyLinks;
    }

    /** Whether a report is said to be a copy of itself. */
    boolean copiesItself(String id) {
        return id.equals(report.copyOf())
                || links().stream().anyMatch(link -> link.report().equals(link.copyOf()));
    }

    /**
     * Which report another one nearly copies from now on.
     *
     * @param copyOf null when it copies none any more
     * @param version counts how often that changed; one that is older than the recorded one is left aside
     */
    @Schema(name = "CopyLink")
    public record CopyLink(
            @NotNull @Pattern(regexp = Inputs.REPORT, message = Inputs.REPORT_MESSAGE) @Schema(examples = "5d0c7a3e-2f4b-4c1d-8e6a-9b7f0a1c2d3e")
            String report,

            @Schema(nullable = true, examples = "0b9f3c52-6a0e-4f43-9a3e-6d1a3c1f0a11")
            @Nullable @Pattern(regexp = Inputs.REPORT, message = Inputs.REPORT_MESSAGE) String copyOf,

            @NotNull @Min(0) @Schema(examples = "1") Integer version) {

        CopyLinks.Link toLink() {
            return new CopyLinks.Link(report, copyOf, version);
        }
    }

    int readingNumber() {
        return reading == null ? 1 : reading;
    }

    /**
     * The facts of a report.
     *
     * @param copyOf id of the report that this one nearly copies
     * @param copyVersion counts how often {@code copyOf} changed, 0 if not given; what is older than the recorded one is left aside
     */
    @Schema(name = "ReportFacts")
    public record Facts(
            @NotBlank @Size(max = 200) @Pattern(regexp = TEXT, message = TEXT_MESSAGE) @Schema(examples = "example-wire")
            String publisher,

            @Nullable @Size(max = 2_000) @Pattern(regexp = TEXT, message = TEXT_MESSAGE) @Schema(nullable = true, examples = "Militants seize Mosul")
            String title,

            @Nullable @Size(max = 2_000) @Pattern(regexp = TEXT, message = TEXT_MESSAGE) @Schema(nullable = true, examples = "https://wire.example/2014/06/10/mosul")
            String url,

            @NotNull @Schema(examples = "2014-06-10T15:30:00Z")
            Instant publishedAt,

            @Nullable @Pattern(regexp = "[A-Za-z0-9-]{1,20}", message = "must be a language code") @Schema(nullable = true, examples = "en")
            String language,

            @Schema(nullable = true) @Nullable @Pattern(regexp = Inputs.REPORT, message = Inputs.REPORT_MESSAGE) String copyOf,

            @Schema(nullable = true, examples = "0") @Nullable @Min(0) Integer copyVersion) {}
}
