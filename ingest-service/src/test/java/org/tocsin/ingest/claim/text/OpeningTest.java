package org.tocsin.ingest.claim.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpeningTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MOSUL, June 10 (Agency) - Militants seized the city. | Militants",
                "Tripoli \u2014 Gunmen stormed the port on Monday. | Gunmen",
                "Libya: Gunmen stormed the port on Monday. | Gunmen",
                "Lashkar Gah, in Afghanistan, 13 August 2021: Fighters took the city. | Fighters",
                "ISIS fighters left Mosul \u2013 the second city \u2013 on Tuesday. | ISIS",
                "NATO said on Monday - after two days - that it was over. | NATO",
                ": a line that begins with its colon. | :",
                "- a line of a list with no dateline. | -",
            })
    void theSentenceProperBeginsBehindADatelineAndNowhereElse(String text, String first) {
        List<Token> tokens = Tokens.of(text);
        int body = Opening.bodyOf(tokens, Sentences.of(text, tokens).get(0));
        assertEquals(first, tokens.get(body).text());
    }
}
