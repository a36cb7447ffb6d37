package org.tocsin.events.sanctions.screening;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.sanctions.entry.EntryKind;
import org.tocsin.events.sanctions.entry.EntryName;
import org.tocsin.events.sanctions.entry.ListId;

/**
 * A screening: who asked what when, against what, and what came out.
 *
 * @param by who asked
 * @param algorithm the version of the rules that names are compared by
 * @param threshold the least score of a candidate
 * @param asOf the day of the lists when it was given; null for the lists in force then
 * @param lists the versions of the lists that were screened against
 * @param results one for each name, in the order asked
 */
@Schema(name = "Screening")
@RegisterForReflection(
        targets = {
            ScreeningView.class,
            ScreeningView.ListUsed.class,
            ScreeningView.Result.class,
            ScreeningView.Asked.class,
            ScreeningView.Candidate.class,
            ScreeningView.Matched.class,
            ScreeningView.LinkedActor.class,
            ScreeningView.Parts.class,
            ScreeningView.PairView.class,
            ScreeningView.SuppressedBy.class
        })
record ScreeningView(
        @Schema(examples = "17") String id,
        Instant at,
        @Schema(examples = "mira") String by,
        @Schema(examples = "tocsin-names/1") String algorithm,
        @Schema(examples = "0.8") double threshold,
        @Schema(nullable = true) @Nullable LocalDate asOf,
        List<ListUsed> lists,
        List<Result> results) {
    /**
     * A list and the version of it that was screened against.
     *
     * @param version null when no version was in force: no name of this list was looked at
     * @param asOf the day from which the version is in force
     * @param stale whether its publisher was not reached for longer than the limit
     */
    @Schema(name = "ScreeningList")
    record ListUsed(
            ListId list,
            @Schema(nullable = true) @Nullable String version,
            @Schema(nullable = true) @Nullable LocalDate asOf,
            int entries,
            boolean stale) {}

    /**
     * What came out for one name.
     *
     * @param found how many entries reach the threshold; more than there are candidates when the limit or {@code includeSuppressed} leaves some
     *     out
     * @param suppressed how many of those found are suppressed
     */
    @Schema(name = "ScreeningResult")
    record Result(Asked asked, int found, int suppressed, List<Candidate> candidates) {}

    /** The name that was asked for, and what was said of its bearer. */
    @Schema(name = "ScreeningAsked")
    record Asked(
            String name,
            @Schema(nullable = true) @Nullable EntryKind kind,
            @Schema(nullable = true) @Nullable String country) {}

    /**
     * An entry that may be the one asked for.
     *
     * @param reference what the list cites the entry by
     * @param name the entry's primary name
     * @param since first day on the list by the list's own word; null where it does not say
     * @param actor the actor that a person has linked to the entry
     * @param score 0 to 1; 1 when all words are the same
     * @param reasons the score in words
     * @param parts the score in numbers
     * @param suppressed who said that it is not the one, and why
     */
    @Schema(name = "ScreeningCandidate")
    record Candidate(
            ListId list,
            @Schema(examples = "QDi.001") String reference,
            EntryKind kind,
            String name,
            List<String> programmes,
            @Schema(nullable = true) @Nullable LocalDate since,
            Matched matched,
            @Schema(nullable = true) @Nullable LinkedActor actor,
            @Schema(examples = "0.9251") double score,
            List<String> reasons,
            Parts parts,
            @Schema(nullable = true) @Nullable SuppressedBy suppressed) {}

    /** The name of the entry that is nearest. A weak one is a broad alias or an acronym. */
    @Schema(name = "ScreeningMatch")
    record Matched(String name, EntryName.Kind kind, EntryName.Strength strength) {}

    /** An actor, and what it is to the entry: IS, PART_OF, UMBRELLA or LED_BY. */
    @Schema(name = "ScreeningActor")
    record LinkedActor(
            String id, String name, @Schema(examples = "IS") String relation) {}

    /**
     * What the score is made of.
     *
     * @param pairs words that were taken for the same
     * @param matched weight of the pairs, each by how alike it is
     * @param unlike weight that the pairs are short of being the same
     * @param askedOnly words that only the name asked for has
     * @param askedOnlyWeight their weight
     * @param turned factor for father and son who have changed places; 1 when they have not
     * @param kind factor for another kind than asked for; 1 otherwise
     * @param country factor for other countries than asked for; 1 otherwise
     */
    @Schema(name = "ScreeningParts")
    record Parts(
            List<PairView> pairs,
            double matched,
            double unlike,
            List<String> askedOnly,
            double askedOnlyWeight,
            List<String> listedOnly,
            double listedOnlyWeight,
            double turned,
            double kind,
            double country) {}

    /** Words of the two names, folded and in Latin letters, that were taken for the same. */
    @Schema(name = "ScreeningPair")
    record PairView(String asked, String listed, double similarity) {}

    /** Why a candidate is not the one, as an analyst said. */
    @Schema(name = "ScreeningSuppression")
    record SuppressedBy(String id, String reason, String by) {}
}
