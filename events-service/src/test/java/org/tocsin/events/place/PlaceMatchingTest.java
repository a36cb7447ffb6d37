package org.tocsin.events.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.reference.Countries;
import org.tocsin.reference.Place;
import org.tocsin.reference.Places;

/** Lines as people keep them, over the gazetteer of the release. */
class PlaceMatchingTest {
    private static final PlaceMatching MATCHING = new PlaceMatching(Places.load(), Countries.load());

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "99072, -, MATCHED, 99072",
                "99072, IQ, MATCHED, 99072",
                "99072, SY, UNKNOWN, -",
                "999999999999, -, UNKNOWN, -",
                "Mosul, IQ, MATCHED, 99072",
                "mosul, iq, MATCHED, 99072",
                "Mosul, Iraq, MATCHED, 99072",
                "' Al-Mawsil ', IQ, MATCHED, 99072",
                "Mosul, SY, UNKNOWN, -",
                "Mosul, Ruritania, UNKNOWN, -",
                "Mosul, XX, UNKNOWN, -",
                "Nowhere-on-Sea, -, UNKNOWN, -",
                "Tripoli, LY, MATCHED, 2210247",
                "Tripoli, -, AMBIGUOUS, -",
                "Springfield, US, AMBIGUOUS, -",
            })
    void aLineMeansOnePlaceSeveralOrNone(
            String text, @Nullable String country, PlaceMatching.Status status, @Nullable String id) {
        PlaceMatching.Match match = MATCHING.of(text, country);
        assertEquals(status, match.status(), match.toString());
        assertEquals(id, match.place().map(Place::id).orElse(null));
        assertEquals(
                status == PlaceMatching.Status.AMBIGUOUS, match.candidates().size() > 1);
        assertTrue(match.candidates().size() <= 5);
        assertTrue(status == PlaceMatching.Status.MATCHED || match.detail() != null);
    }

    @Test
    void candidatesComeMostPopulousFirst() {
        var candidates = MATCHING.of("Tripoli", null).candidates();
        for (int i = 1; i < candidates.size(); i++) {
            assertTrue(candidates.get(i - 1).population() >= candidates.get(i).population());
        }
    }
}
