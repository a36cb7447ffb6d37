package org.tocsin.events.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.actor.Party;
import org.tocsin.events.control.ControlView;
import org.tocsin.events.event.Cause;
import org.tocsin.events.place.PlaceView;

/**
 * A change as the feed shows it.
 *
 * @param id the same for the same change, however often it is computed
 * @param place null for a change that concerns an actor
 * @param actor null for a change that concerns a place
 * @param from who held the place before
 * @param to who holds it now, or contests it; null when nobody is known to
 * @param before what was believed before
 * @param after what is believed now
 * @param validFrom the first day for which it matters
 * @param recordedAt when it became known here
 * @param current whether it alters who holds the place now
 * @param live false when its cause is history that was imported
 * @param revises id of the earlier change that this one replaces or takes back
 * @param sanctions what a version of a sanctions list altered about the actor; only there when the kind is SANCTIONS_CHANGED
 */
@Schema(name = "Change")
@RegisterForReflection(targets = {ChangeView.class, Cause.class})
public record ChangeView(
        @Schema(examples = "2ee79412-f86e-3810-84b9-bba27e769c7c")
        String id,

        ChangeKind kind,
        @Schema(nullable = true) @Nullable PlaceView place,
        @Schema(nullable = true) @Nullable Party actor,
        @Schema(nullable = true) @Nullable Party from,
        @Schema(nullable = true) @Nullable Party to,
        @Schema(nullable = true) @Nullable ControlView before,
        @Schema(nullable = true) @Nullable ControlView after,
        @Schema(examples = "2014-06-10") LocalDate validFrom,
        @Schema(examples = "2026-11-23T15:00:00.123456Z") Instant recordedAt,
        boolean current,
        boolean live,
        @Schema(nullable = true) @Nullable String revises,
        Cause cause,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(nullable = true) @Nullable SanctionsChange sanctions) {}
