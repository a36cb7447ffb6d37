package org.tocsin.events.sanctions;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a holder, or a party to a contest, stands on one sanctions list; {@code GET /actors/{slug}/sanctions} says why.
 *
 * @param list id of the list ({@code OFAC_SDN})
 * @param actor id of the actor that stands so
 * @param standing on the day of the control
 * @param reference the list's own id of the entry that decides; null for none
 * @param since first day on the list; null when it is not known
 * @param now the standing on the day this was written down
 */
public record Standing(
        @Schema(examples = "OFAC_SDN") String list,

        @Nullable @Schema(nullable = true, examples = "islamic-state")
        String actor,

        StandingKind standing,

        @Schema(nullable = true, examples = "8759") @Nullable String reference,

        @Schema(nullable = true, examples = "2004-10-15") @Nullable LocalDate since,

        @Schema(nullable = true) @Nullable StandingKind now) {}
