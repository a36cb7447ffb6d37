package org.tocsin.events.sanctions;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How an actor stands on one sanctions list.
 *
 * @param list id of the list ({@code OFAC_SDN})
 * @param standing LISTED, WAS_LISTED, LINKED_ONLY, NOT_LISTED or AMBIGUOUS
 * @param reference the list's own id of the entry
 * @param since first day on the list
 */
public record Standing(
        String list,
        String standing,
        @Schema(nullable = true) @Nullable String reference,
        @Schema(nullable = true) @Nullable LocalDate since) {}
