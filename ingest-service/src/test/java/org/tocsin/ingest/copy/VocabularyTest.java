package org.tocsin.ingest.copy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VocabularyTest {
    @ParameterizedTest
    @CsvSource({
        "iraqi,iraq",
        "iraqis,iraq",
        "azerbaijani,azerbaijan",
        "azeris,azerbaijan",
        "burmese,myanmar",
        "congolese,congo",
        "cypriots,cyprus",
        "filipino,philippines",
        "isis,islamic-state",
        "kilometres,km",
        "twelve,12",
        "4000,'4,000'"
    })
    void twoWordsForOneThingAreComparedInOneForm(String one, String other) {
        assertEquals(Vocabulary.plain(other), Vocabulary.plain(one));
    }

    @ParameterizedTest
    @CsvSource({"nigerian,niger", "guinean,guinea-bissau", "sudanese,south"})
    void peoplesOfOtherCountriesAreNot(String one, String other) {
        assertNotEquals(Vocabulary.plain(other), Vocabulary.plain(one));
    }

    @ParameterizedTest
    @ValueSource(strings = {"reuters", "afp", "tass", "says", "percent"})
    void agenciesAndWhatSaysThatTheySaidItAreNotCompared(String word) {
        assertTrue(Vocabulary.isStop(Vocabulary.plain(word)));
    }
}
