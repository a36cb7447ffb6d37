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
import org.tocsin.events.control.State;
import org.tocsin.events.event.Extent;

/**
 * What an analyst decides about a place.
 *
 * @param holder slug of who holds it when HELD, or an object with it as id; null otherwise
 * @param parties who has how much when CONTESTED, who held it before first; none otherwise
 * @param from the first day, in the place's time zone; today when left out
 * @param expiresAt when sources count again; null for not until it is withdrawn
 * @param reason why, for those who read what follows from it
 */
@Schema(name = "DecisionRequest")
public record DecisionIn(
        @NotNull State state,

        @Schema(implementation = String.class, nullable = true, examples = "islamic-state") @Nullable ActorRef holder,

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
     * An actor: its slug, or an object with it as answers have them. The API document shows the slug alone, for a type that is one or the
     * other is a burden to generated clients.
     *
     * @param name not read
     */
    public record ActorRef(@Nullable String id, @Nullable String name) {
        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        public ActorRef {}

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static ActorRef of(String id) {
            return new ActorRef(id, null);
        }
    }

    /**
     * @param actor slug, or an object with it as id
     * @param extent how much of the place it has; null when it is not known
     */
    @Schema(name = "ShareRequest")
    public record ShareIn(
            @Schema(implementation = String.class, examples = "islamic-state") @NotNull ActorRef actor,

            @Nullable @Schema(
                    nullable = true,
                    enumeration = {"MOST", "PART", "FACILITY"})
            Extent extent) {}
}
