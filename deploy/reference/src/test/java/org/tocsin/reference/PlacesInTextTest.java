package org.tocsin.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tocsin.reference.Loaded.PLACES;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlacesInTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Militants seized Mosul.                          | Mosul=99072
            Mosul's mayor fled                               | Mosul=99072
            Mosul’s mayor fled                               | Mosul=99072
            the Mosul-based group                            | Mosul=99072
            MOSUL FALLS                                      | MOSUL=99072
            clashes in al-Bab and el-Fasher                  | al-Bab=174018, el-Fasher=379555
            fighters entered Deir  ez-Zor                    | Deir  ez-Zor=170794
            hit Deir Azzour overnight                        | Deir Azzour=170794
            Tal Afar, then Sinjar                            | Tal Afar=90393, Sinjar=448149
            retook Chasiv Yar                                | Chasiv Yar=710915
            shells at Kandahar                               | Kandahar=1138336
            Al Jufra and Al-Qaeda                            |
            he was in no way able to, of all people          |
            We are here. But Is it so? I've No idea          |
            US and UN officials                              |
            the town of hit                                  |
            mosul                                            |
            xMosul Mosulx 9Mosul Mosul9                      |
            """)
    void placesAreFoundWhereTheyAreNamed(String text, String expected) {
        assertEquals(expected == null ? "" : expected, String.join(", ", namesIn(text)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Rastov-on-Dan | false
            Rostov-on-Don | true
            Deir Azzour   | false
            Khan Sheikhun | true
            """)
    void itIsSaidWhetherASpellingIsKnown(String name, boolean exact) {
        var match = PLACES.longestAt(name, 0).filter(found -> found.end() == name.length());

        assertEquals(exact, match.map(Places.Match::exact).orElse(false));
    }

    @Property(tries = 500)
    void aMatchIsAWordLongNameOfItsCandidates(@ForAll("texts") String text) {
        for (int i = 0; i < text.length(); i++) {
            int start = i;
            PLACES.longestAt(text, start).ifPresent(match -> {
                assertEquals(start, match.start());
                assertTrue(match.end() > start && match.end() <= text.length());
                assertTrue(Words.startsAt(text, start));
                assertTrue(match.end() == text.length() || !Words.isWordPart(text.codePointAt(match.end())));
                assertTrue(!match.candidates().isEmpty());
                if (match.exact()) {
                    assertEquals(PLACES.named(text.substring(start, match.end())), match.candidates());
                }
            });
        }
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.of(
                "Tal",
                "Afar",
                "al",
                "Al",
                "ez",
                "Zor",
                "Deir",
                "Mosul",
                "St",
                "Ain",
                "Nu'man",
                "U.S.",
                "Ras",
                "Khan",
                "New",
                "York",
                " ",
                "  ",
                "-",
                "'",
                "'s",
                "’",
                ".",
                ",",
                "\n",
                "ı",
                "İ",
                "ß",
                "\uD83D\uDE00",
                "\uD83D",
                "الموصل",
                "東京",
                "é",
                "\u0301",
                "1",
                "_");
        return pieces.list().ofMaxSize(30).map(list -> String.join("", list));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Al ", "Tal-", "San San ", "A", "a'", "Deir ez-", "U.", "Ma'", " ", "\u0301", "Z\u0301"})
    void aMillionCharactersAreReadInLinearTime(String piece) {
        String text = piece.repeat(1_000_000 / piece.length());

        Assertions.assertTimeout(Duration.ofSeconds(60), () -> {
            for (int i = 0; i < text.length(); i++) {
                if (Words.startsAt(text, i)) {
                    PLACES.longestAt(text, i);
                    Loaded.ACTORS.longestAt(text, i);
                }
            }
        });
    }

    private static List<String> namesIn(String text) {
        List<String> names = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            var match = PLACES.longestAt(text, i);
            match.ifPresent(found -> names.add(text.substring(found.start(), found.end()) + "="
                    + found.candidates().get(0).id()));
            i = match.map(Places.Match::end).orElse(i + 1);
        }
        return names;
    }
}
