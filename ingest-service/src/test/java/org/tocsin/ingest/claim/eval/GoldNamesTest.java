package org.tocsin.ingest.claim.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.ingest.claim.ActorName;
import org.tocsin.reference.Actors;
import org.tocsin.reference.Countries;
import org.tocsin.reference.Places;

class GoldNamesTest {
    private static final Countries COUNTRIES = Countries.load();
    private static final GoldNames NAMES = new GoldNames(Places.load(), COUNTRIES, Actors.load(COUNTRIES));

    @ParameterizedTest
    @CsvSource({
        "government-of-ml, armed forces, ML, true",
        "government-of-iq, federal forces, IQ, true",
        "government-of-mm, junta, MM, true",
        "government-of-sy, regime forces, SY, true",
        "government-of-ru, federal forces, UA, false",
        "islamic-state, armed forces, IQ, false",
        "m23, armed men, CD, false",
    })
    void wordsForTheForcesOfAStateMeanItsGovernment(String id, String written, String country, boolean right) {
        assertEquals(right, NAMES.isParty(new ActorName(id, id), written, country));
    }

    @ParameterizedTest
    @CsvSource({
        "Goma fell to M23., M23, CD, true",
        "Goma fell to the rebels., M23, CD, false",
        "Goma was retaken by the army., Congolese army, CD, true",
        "Goma fell to the rebels., rebels, CD, true",
        "Goma fell on Monday., rebels, CD, false",
    })
    void aSentenceNamesTheHolderOrLeavesItToTheRestOfTheReport(
            String text, String written, String country, boolean named) {
        assertEquals(named, NAMES.isNamed(text, written, country));
    }
}
