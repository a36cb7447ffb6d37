package org.tocsin.events.decision;

import com.fasterxml.jackson.annotation.JsonCreator;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.actor.Party;
import org.tocsin.events.control.State;
import org.tocsin.events.event.Extent;

/**
 * What an analyst decides about a place.
 *
 * @param holder who holds it when HELD; null otherwise
 * @param parties who has how much when CONTESTED, who held it before first; none otherwise
 * @param from the first day, in the place's time zone; today when left out
 * @param expiresAt when sources count again; null for not until it is withdrawn
 * @param reason why, for those who read what follows from it
 */
@Schema(name = "DecisionRequest")
public record DecisionIn(
        @NotNull State state,
        @Schema(nullable = true) @Nullable ActorRef holder,

        @Nullable @Valid @Size(max = 20) @Schema(nullable = true)
        List<@NotNull @Valid ShareIn> parties,

        @Schema(nullable = true, examples = "2014-06-10") @Nullable LocalDate from,

        @Nullable @Schema(nullable = true, examples = "2014-07-01T00:00:00Z")
        Instant expiresAt,

        @NotNull @Size(min = 1, max = 2000) @Pattern(regexp = TEXT, message = TEXT_MESSAGE) @Schema(examples = "Our correspondent saw their flag on the town hall.")
        String reason) {
    static final String TEXT = "[^\\x00]*[^\\s\\x00][^\\x00]*";

    static final String TEXT_MESSAGE = "must say something, without NUL characters";

    /** The parties, none when left out. */
    List<ShareIn> shares() {
        return parties == null ? List.of() : parties;
    }

    /**
     * An actor: its slug, or an object with it as answers have them.
     *
     * @param name not read
     */
    @Schema(
            name = "ActorReference",
            oneOf = {String.class, Party.class})
    public record ActorRef(
            @Schema(hidden = true) @Nullable String id,
            @Schema(hidden = true) @Nullable String name) {
        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        public ActorRef {}

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static ActorRef of(String id) {
            return new ActorRef(id, null);
        }
    }

    /** @param extent how much of the place it has; null when it is not known */
    @Schema(name = "ShareRequest")
    public record ShareIn(
            @NotNull ActorRef actor,

            @Nullable @Schema(
                    nullable = true,
                    enumeration = {"MOST", "PART", "FACILITY"})
            Extent extent) {}
}
