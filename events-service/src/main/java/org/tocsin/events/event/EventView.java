package org.tocsin.events.event;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.actor.Party;
import org.tocsin.events.place.PlaceView;

/**
 * An event: a claim of one sentence of a report, normalised and stored.
 *
 * @param codes the codes that the field uses for this type
 * @param changesHands whether it is told as a completed, current change of holder of the place or most of it
 * @param confidence how sure the reading is of itself, 0 to 1
 * @param place null where no place matters
 * @param actor who now holds, attacks, acts or leaves
 * @param target who lost or is acted on
 * @param claimant who says so, if not the publisher
 * @param occurredOn first possible day, in the place's time zone
 * @param evidence the sentence, and offsets of what matters in it, in Unicode code points of the named field of the report
 * @param reasons which words and rules of the reader led here
 * @param recordedAt when it became known here
 * @param weighs whether it can bear on who holds its place, judged by the event alone
 * @param weighsNot why it does not; null when it does
 */
@Schema(name = "Event")
public record EventView(
        @Schema(examples = "0b9f3c52-6a0e-4f43-9a3e-6d1a3c1f0a11-1-0-0")
        String id,

        EventType type,
        EventType.Codes codes,
        Stance stance,
        boolean changesHands,
        Extent extent,
        @Schema(examples = "0.93") double confidence,
        @Schema(nullable = true) @Nullable PlaceView place,
        @Schema(nullable = true) @Nullable Party actor,
        @Schema(nullable = true) @Nullable Party target,
        @Schema(nullable = true) @Nullable Party claimant,
        @Schema(examples = "2014-06-10") LocalDate occurredOn,
        DatePrecision datePrecision,

        @JsonRawValue @Schema(implementation = ClaimIn.EvidenceIn.class)
        String evidence,

        @JsonRawValue @Schema(type = SchemaType.ARRAY, implementation = String.class)
        String reasons,

        ReportView report,

        @Schema(examples = "2026-11-23T15:00:00.123456Z") Instant recordedAt,

        Status status,
        boolean weighs,

        @Nullable @Schema(nullable = true, examples = "it is only planned or expected")
        String weighsNot) {

    /** Whether the report still says it. */
    public enum Status {
        ACTIVE,
        WITHDRAWN
    }

    /**
     * The report that says so.
     *
     * @param publisher id of the publisher
     * @param copyOf id of the report that it nearly copies
     */
    @Schema(name = "EventReport")
    public record ReportView(
            @Schema(examples = "0b9f3c52-6a0e-4f43-9a3e-6d1a3c1f0a11")
            String id,

            @Schema(examples = "example-wire") String publisher,
            @Schema(nullable = true) @Nullable String title,

            @Nullable @Schema(nullable = true, examples = "https://wire.example/2014/06/10/mosul")
            String url,

            @Schema(examples = "2014-06-10T15:30:00Z") Instant publishedAt,
            @Schema(nullable = true) @Nullable String copyOf) {}
}
