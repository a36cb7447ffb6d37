package org.tocsin.ingest.report;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.input.Checks;

/** A report as its sender writes it. */
@Schema(
        name = "ReportRequest",
        description = "One published text.",
        requiredProperties = {"publisher", "title", "text", "publishedAt"})
record ReportRequest(
        @Schema(
                description = "Who published it: one name for everything from there, best a slug.",
                maxLength = Submission.LONGEST_PUBLISHER,
                examples = "tigris-wire")
        @Nullable String publisher,

        @Schema(
                description = "The headline.",
                maxLength = Checks.LONGEST_TITLE,
                examples = "Militants seize Mosul, governor says")
        @Nullable String title,

        @Schema(
                description = "The text without mark-up; a blank line between paragraphs.",
                maxLength = Checks.LONGEST_TEXT,
                examples = "Militants captured Mosul on Tuesday, the provincial governor said.")
        @Nullable String text,

        @Schema(
                description = "When it was published. Days such as \"on Sunday\" are counted from here.",
                examples = "2014-06-10T15:30:00Z")
        @Nullable Instant publishedAt,

        @Schema(
                description = "Where it was published: an http or https address.",
                maxLength = Submission.LONGEST_URL,
                examples = "https://wire.example/2014/06/10/mosul")
        @Nullable String url,

        @Schema(
                description = "The sender's idea of its language, as a BCP 47 tag. A hint: the text decides.",
                examples = "en")
        @Nullable String language) {}
