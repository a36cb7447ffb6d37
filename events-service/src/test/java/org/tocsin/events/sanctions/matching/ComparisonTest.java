package org.tocsin.events.sanctions.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {
    @ParameterizedTest(name = "{0} | {1}")
    @CsvSource({
        "Viktor Lermov, LERMOV Viktor",
        "Harbour & Sons, Harbour and Sons",
        "Hay'at al-Mina, Hayat al Mina",
        "Société Générale du Port, SOCIETE GENERALE DU PORT",
        "Goodwill Shipping LLC, Good Will Shipping Limited Liability Company",
        "Виктор Лермов, Viktor Lermov",
        "Omar ibn Saif, Omar bin Saif",
        "Port Org. Ltd., Port Org Limited",
        "Γιώργος Παππάς, Giorgos Pappas",
    })
    void theseAreTheSame(String asked, String listed) {
        assertEquals(1, Comparison.of(asked, listed).score(), asked);
    }

    @ParameterizedTest(name = "{0} | {1}")
    @CsvSource({
        "Yousef Haddad, Yusuf Hadad",
        "Dzhamal Kerimov, Jamal Kerimov",
        "Muhamad Salih, Mohammed Saleh",
        "خالد حداد, Khalid Haddad",
        "حزب الميناء, Hizb al-Mina",
        "Viktor Lermov, Viktor Pavlovich Lermov",
        "V. Lermov, Viktor Lermov",
        "Harbour Front, Harbour Front Trading Company",
        "Viktro Lermov, Viktor Lermov",
    })
    void theseMayBeTheSame(String asked, String listed) {
        double score = Comparison.of(asked, listed).score();
        assertTrue(score >= 0.8 && score < 1, asked + " " + score);
    }

    @ParameterizedTest(name = "{0} | {1}")
    @CsvSource({
        "Viktor Lermov, Igor Lermov",
        "Harbour Front, Harbour Back",
        "3rd Harbour Brigade, 2nd Harbour Brigade",
        "Salim bin Yusuf, Yusuf bin Salim",
        "Quiet Meadow Trading LLC, Wide River Trading LLC",
        "Maria Kern, Mario Stein",
        "Bank, Harbour Bank of Freedonia",
        "Said, Walid",
        "يونس, Niazi",
    })
    void theseAreOthers(String asked, String listed) {
        double score = Comparison.of(asked, listed).score();
        assertTrue(score < 0.8, asked + " " + score);
    }

    @Test
    void theScoreIsExplainedByItsParts() {
        Comparison comparison = Comparison.of("Dr Yousef Haddad", "Yusuf bin Omar Haddad");
        assertEquals(
                List.of(new Comparison.Pair("yousef", "yusuf", 0.9), new Comparison.Pair("haddad", "haddad", 1)),
                comparison.pairs());
        assertEquals(List.of("dr"), comparison.askedOnly());
        assertEquals(List.of("bin", "omar"), comparison.listedOnly());
        assertEquals(1.9, comparison.matched(), 1e-9);
        assertEquals(0.1, comparison.unlike(), 1e-9);
        assertEquals(0.1, comparison.askedLeft(), 1e-9);
        assertEquals(1.2, comparison.listedLeft(), 1e-9);
        assertFalse(comparison.turned());
        double whole = 1.9 + 1.7 * 0.1 + 1.3 * 0.1 + 0.15 * 1.1;
        assertEquals(1.9 / whole * (1 - 0.12 * 0.1), comparison.score(), 1e-9);
    }

    @Test
    void fatherAndSonThatChangePlacesAreTold() {
        Comparison comparison = Comparison.of("Salim bin Yusuf", "Yusuf bin Salim");
        assertTrue(comparison.turned());
        assertEquals(0.75, comparison.score(), 1e-9);
        assertFalse(Comparison.of("bin Yusuf Salim", "Salim bin Yusuf").turned());
    }

    @Test
    void aNameWithoutLettersAndDigitsHasNothingToCompare() {
        assertFalse(Comparison.isComparable("?!"));
        assertFalse(Comparison.isComparable(" \u0301\u200b"));
        assertTrue(Comparison.isComparable("7"));
        assertTrue(Comparison.isComparable("港"));
    }
}
