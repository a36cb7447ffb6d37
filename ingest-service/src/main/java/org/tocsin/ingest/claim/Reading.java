package org.tocsin.ingest.claim;

import java.util.List;

/**
 * What was read in a text.
 *
 * @param language ISO 639-1 where there is one, else ISO 639-3; {@code und} when it cannot be told
 * @param claims in the order of the text; empty when the language is not {@code en}
 */
public record Reading(String language, List<Claim> claims) {
    public Reading {
        claims = List.copyOf(claims);
    }
}
