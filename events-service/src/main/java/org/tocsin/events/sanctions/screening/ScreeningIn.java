package org.tocsin.events.sanctions.screening;

import com.fasterxml.jackson.annotation.JsonCreator;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.sanctions.entry.EntryKind;
import org.tocsin.events.sanctions.entry.ListId;

/**
 * Names to be screened.
 *
 * @param names each a string, or an object with what is known of the bearer
 * @param lists against which; all when left out
 * @param threshold the least score of a candidate
 * @param asOf against the lists as they were at the end of that day, and not as they are
 * @param limit how many candidates at most for each name
 * @param includeSuppressed whether candidates that an analyst has suppressed are answered, marked as such; they are counted either way
 */
@Schema(name = "ScreeningRequest")
record ScreeningIn(
        @NotNull @Size(min = 1, max = 1000) List<@NotNull @Valid NameIn> names,

        @Nullable @Size(min = 1, max = 5) @Schema(nullable = true)
        List<@NotNull ListId> lists,

        @Nullable @DecimalMin("0.3") @DecimalMax("1") @Schema(nullable = true, defaultValue = "0.8", examples = "0.8")
        Double threshold,

        @Schema(nullable = true, examples = "2024-05-03") @Nullable LocalDate asOf,

        @Nullable @Min(1) @Max(100) @Schema(nullable = true, defaultValue = "10", examples = "10")
        Integer limit,

        @Schema(nullable = true, defaultValue = "true", examples = "true") @Nullable Boolean includeSuppressed) {
    /** Near the one with the best F1 on the labelled pairs; docs/sanctions.md has what other ones give. */
    static final double DEFAULT_THRESHOLD = 0.8;

    static final int DEFAULT_LIMIT = 10;

    /** No control characters and no halves of characters. */
    static final String TEXT = "[^\\p{Cc}\\p{Cs}]*";

    static final String TEXT_MESSAGE = "must not contain control characters";

    Set<ListId> askedLists() {
        return lists == null ? EnumSet.allOf(ListId.class) : EnumSet.copyOf(lists);
    }

    double askedThreshold() {
        return Objects.requireNonNullElse(threshold, DEFAULT_THRESHOLD);
    }

    int askedLimit() {
        return Objects.requireNonNullElse(limit, DEFAULT_LIMIT);
    }

    boolean withSuppressed() {
        return Objects.requireNonNullElse(includeSuppressed, true);
    }

    /**
     * A name, and what is known of its bearer.
     *
     * @param kind lowers the score of entries of another kind
     * @param country ISO 3166 code; lowers the score of entries that are known to be of other countries
     */
    @Schema(
            name = "ScreenedName",
            oneOf = {String.class, NameWithFacts.class})
    record NameIn(
            @NotNull @Size(min = 1, max = 1000) @Pattern(regexp = TEXT, message = TEXT_MESSAGE) String name,

            @Nullable EntryKind kind,

            @Nullable @Pattern(regexp = "[A-Z]{2}", message = "must be an ISO 3166 code of two capitals") String country) {
        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        NameIn {}

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static NameIn of(String name) {
            return new NameIn(name, null, null);
        }
    }

    /** The object form of a name, for the API document. */
    @Schema(name = "ScreenedNameWithFacts")
    record NameWithFacts(
            @Schema(examples = "Usama bin Ladin", required = true, maxLength = 1000)
            String name,

            @Schema(nullable = true) @Nullable EntryKind kind,

            @Schema(nullable = true, examples = "SA") @Nullable String country) {}
}
