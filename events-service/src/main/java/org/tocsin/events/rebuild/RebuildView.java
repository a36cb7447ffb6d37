package org.tocsin.events.rebuild;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.change.ChangeKind;

/** A rebuild as the API shows it. */
@Schema(name = "Rebuild", description = "All control computed anew from what is recorded.")
@RegisterForReflection(targets = {RebuildView.class, RebuildView.Page.class, RebuildIn.class})
record RebuildView(
        UUID id,

        @Schema(description = "The version of the rules that it goes by.", examples = "2")
        String rulesVersion,

        @Schema(description = "The version that was in force when it was started.", examples = "1")
        String rulesVersionBefore,

        @Schema(
                description =
                        "RUNNING: timelines are compared, nothing changes. PREVIEWED: look at its differences, then apply or cancel"
                                + " it. APPLYING: its version is in force, and place after place is changed. APPLIED, CANCELLED, FAILED: it"
                                + " has ended.")
        RebuildStatus status,

        @Schema(description = "Whether it is applied without a preview.")
        boolean apply,

        @Schema(
                nullable = true,
                description = "How many places there are of which anything is recorded; null until they are counted.")
        @Nullable Integer places,

        @Schema(description = "How many of them are done. Applying begins anew.")
        int done,

        @Schema(description = "How many of those done come out otherwise than stored.")
        int different,

        @Schema(
                description =
                        "How many of those different were damaged: what was stored was no timeline, or nothing though changes were"
                                + " told. They are put right without a change.")
        int repaired,

        @Schema(description = "How many changes of each kind applying makes, or made; kinds without any are left out.")
        Map<ChangeKind, Integer> changes,

        @Schema(description = "Who started it.", examples = "an-analyst")
        String author,

        @Schema(nullable = true) @Nullable String reason,
        Instant startedAt,

        @Schema(
                nullable = true,
                description = "Since when it waits to be applied, or has ended; null while it is at work.")
        @Nullable Instant finishedAt,

        @Schema(nullable = true, description = "Why it failed, else null.") @Nullable String problem) {

    /** @param next to be given as {@code after} for the next page; null on the last */
    @Schema(name = "RebuildPage")
    record Page(
            @Schema(description = "Last started first.") List<RebuildView> items,
            @Schema(nullable = true) @Nullable String next) {}
}
