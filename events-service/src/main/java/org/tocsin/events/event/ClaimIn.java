package org.tocsin.events.event;

import static org.tocsin.events.event.Inputs.TEXT;
import static org.tocsin.events.event.Inputs.TEXT_MESSAGE;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A claim as a reader sends it.
 *
 * @param id the claim's id, which becomes the event's: {@code <report>-<revision>-<sentence>-<position>}
 * @param place null where no place matters
 * @param actor who now holds, attacks, acts or leaves
 * @param target who lost or is acted on
 * @param claimant who says so, if not the publisher
 * @param occurredOn first possible day, in the place's time zone
 */
@Schema(name = "Claim")
public record ClaimIn(
        @NotNull @Pattern(regexp = Inputs.ID, message = Inputs.ID_MESSAGE) @Schema(examples = "0b9f3c52-6a0e-4f43-9a3e-6d1a3c1f0a11-1-0-0")
        String id,

        @NotNull EventType type,
        @NotNull Stance stance,
        @NotNull Boolean changesHands,
        @NotNull Extent extent,

        @NotNull @DecimalMin("0") @DecimalMax("1") @Schema(examples = "0.93")
        Double confidence,

        @Valid @Schema(nullable = true) @Nullable PlaceIn place,
        @Valid @Schema(nullable = true) @Nullable PartyIn actor,
        @Valid @Schema(nullable = true) @Nullable PartyIn target,
        @Valid @Schema(nullable = true) @Nullable PartyIn claimant,
        @NotNull @Schema(examples = "2014-06-10") LocalDate occurredOn,
        @NotNull DatePrecision datePrecision,
        @NotNull @Valid EvidenceIn evidence,

        @NotNull @Size(max = 50) List<@NotNull @Size(max = 500) @Pattern(regexp = TEXT, message = TEXT_MESSAGE) String> reasons) {

    /** Whether it is stored as the other one is; of a place only the id counts. */
    boolean saysTheSameAs(ClaimIn other) {
        return withBarePlace().equals(other.withBarePlace());
    }

    private ClaimIn withBarePlace() {
        return place == null ? this : at(place.id());
    }

    /** The same claim of the place of that id, of which no more is told. */
    ClaimIn at(String placeId) {
        return new ClaimIn(
                id,
                type,
                stance,
                changesHands,
                extent,
                confidence,
                PlaceIn.of(placeId),
                actor,
                target,
                claimant,
                occurredOn,
                datePrecision,
                evidence,
                reasons);
    }

    /** A place; only its id counts here, the rest is known. */
    @Schema(name = "ClaimPlace")
    public record PlaceIn(
            @NotNull @Pattern(regexp = "x?[0-9]{1,18}", message = "must be a GeoNames id or x and a number") @Schema(examples = "99072")
            String id,

            @Schema(nullable = true) @Nullable String name,
            @Schema(nullable = true) @Nullable String country,
            @Schema(nullable = true) @Nullable Double latitude,
            @Schema(nullable = true) @Nullable Double longitude) {
        static PlaceIn of(String id) {
            return new PlaceIn(id, null, null, null, null);
        }
    }

    /**
     * @param id slug, or null for an actor that is only described
     * @param name the actor's name or the describing words
     */
    @Schema(name = "ClaimParty")
    public record PartyIn(
            @Nullable @Pattern(regexp = "[a-z0-9-]{1,100}", message = "must be a slug: lower-case letters, digits and hyphens") @Schema(nullable = true, examples = "islamic-state")
            String id,

            @NotBlank @Size(max = 300) @Pattern(regexp = TEXT, message = TEXT_MESSAGE) @Schema(examples = "Islamic State")
            String name) {}

    /** The sentence and where in it the claim stands; offsets count Unicode code points of the named field of the report. */
    @Schema(name = "Evidence")
    public record EvidenceIn(
            @NotNull @Pattern(regexp = "title|text", message = "must be title or text") @Schema(examples = "text")
            String field,

            @NotNull @Valid Sentence sentence,
            @Valid @Schema(nullable = true) @Nullable Span trigger,
            @Valid @Schema(nullable = true) @Nullable Span place,
            @Valid @Schema(nullable = true) @Nullable Span actor) {}

    @Schema(name = "Sentence")
    public record Sentence(
            @NotNull @Min(0) Integer start,
            @NotNull @Min(0) Integer end,

            @NotNull @Size(max = 10_000) @Pattern(regexp = TEXT, message = TEXT_MESSAGE) String text) {}

    @Schema(name = "Span")
    public record Span(
            @NotNull @Min(0) Integer start, @NotNull @Min(0) Integer end) {}
}
