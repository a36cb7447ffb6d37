package org.tocsin.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mosul              | mosul
            Tikrīt             | tikrit
            Al Ḩasakah         | al hasakah
            Tall ‘Afar         | tall afar
            Sana'a             | sanaa
            Sana’a             | sanaa
            Ma`arrat an Nu`mān | maarrat an numan
            Deir ez-Zor        | deir ez zor
            Deir  ez ‑ Zor     | deir ez zor
            St. Petersburg     | st petersburg
            U.S.               | us
            Łódź               | lodz
            Şırnak             | sirnak
            Xankəndi           | xankendi
            Straße             | strasse
            Ålesund            | alesund
            Київ               | киів
            الموصل             | الموصل
            N'Djamena          | ndjamena
            Frankfurt (Oder)   | frankfurt oder
            ⑴                  | 1
            """)
    void namesAreFoldedToPlainLetters(String name, String folded) {
        assertEquals(folded, Folding.fold(name));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Raqqa             | Ar Raqqah
            Raqqa             | Raka
            Deir ez-Zor       | Dayr az Zawr
            Deir ez-Zor       | Deir Ezzour
            Deir ez-Zor       | Deir az-Zor
            Tal Afar          | Tall ‘Afar
            Tel Abyad         | Tall Abyaḑ
            Qamishli          | Al Qāmishlī
            Qamishli          | Kamishly
            Jisr al-Shughour  | Jisr ash Shughūr
            Maarat al-Numan   | Ma‘arrat an Nu‘mān
            Khan Sheikhoun    | Khān Shaykhūn
            Suwayda           | Sweida
            Kunduz            | Qunduz
            Falluja           | Fallujah
            Sheikh Zuweid     | Ash Shaykh Zuwayd
            Izium             | Izyum
            Severodonetsk     | Syeverodonetsk
            Myawaddy          | Myawadi
            Bossaso           | Bosaso
            """)
    void romanisationsOfOneNameShareTheirKey(String one, String other) {
        assertEquals(Folding.transliterationKey(one), Folding.transliterationKey(other));
    }

    @ParameterizedTest
    @CsvSource({"Homs,Hama", "Mosul,Masul", "Kherson,Kharkiv", "Sirte,Surt", "Baiji,Bajil", "Taiz,Tiaz"})
    void differentNamesDoNot(String one, String other) {
        assertNotEquals(Folding.transliterationKey(one), Folding.transliterationKey(other));
    }

    @Property
    void foldingTwiceIsFoldingOnce(@ForAll String name) {
        String folded = Folding.fold(name);
        assertEquals(folded, Folding.fold(folded));
        assertFalse(folded.startsWith(" ") || folded.endsWith(" ") || folded.contains("  "), folded);
    }
}
