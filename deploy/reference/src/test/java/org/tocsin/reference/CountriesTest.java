package org.tocsin.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tocsin.reference.Loaded.COUNTRIES;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountriesTest {

    @ParameterizedTest
    @CsvSource({
        "Iraq,IQ",
        "Iraqi,IQ",
        "Iraqis,IQ",
        "U.S.,US",
        "US,US",
        "United States,US",
        "American,US",
        "Britain,GB",
        "UK,GB",
        "British,GB",
        "Syrian,SY",
        "DRC,CD",
        "Democratic Republic of Congo,CD",
        "Ivory Coast,CI",
        "Burma,MM",
        "Nigerien,NE",
        "Nigerian,NG",
        "South Sudanese,SS",
        "Sudanese,SD",
        "Ukrainian,UA",
        "Türkiye,TR"
    })
    void aNameOrDemonymLeadsToTheCountry(String name, String code) {
        assertEquals(code, COUNTRIES.named(name).orElseThrow().code());
    }

    @Test
    void aCountryKnowsItsCapitalAndNeighbours() {
        Country iraq = COUNTRIES.byCode("iq").orElseThrow();

        assertEquals("98182", iraq.capital());
        assertEquals(List.of("Baghdad", "Bagdad"), iraq.capitalNames());
        assertEquals(
                List.of("IR", "JO", "KW", "SA", "SY", "TR"),
                iraq.neighbours().stream().sorted().toList());
        assertEquals("government-of-iq", iraq.government());
        assertEquals("armed-forces-of-iq", iraq.armedForces());
        assertEquals("Nineveh", COUNTRIES.admin1Name("IQ.15"));
    }

    @Test
    void everyCapitalIsAPlaceOfItsCountryAndEveryNeighbourACountry() {
        assertEquals(250, COUNTRIES.all().size());
        for (Country country : COUNTRIES.all()) {
            country.neighbours()
                    .forEach(code -> assertTrue(COUNTRIES.byCode(code).isPresent(), code));
            if (!country.capital().isEmpty()) {
                Place capital = Loaded.PLACES.byId(country.capital()).orElseThrow();
                assertEquals(country.code(), capital.country());
            }
        }
        assertTrue(COUNTRIES.all().stream()
                        .filter(country -> country.capital().isEmpty())
                        .count()
                < 12);
    }

    @Test
    void namesInATextAreFoundWithTheirLength() {
        String text = "the South Sudanese army and Congolese troops, U.S. officials; turkey and chad";

        assertEquals(List.of("South Sudanese=[SS]", "Congolese=[CD, CG]", "U.S.=[US]"), namesIn(text));
    }

    private static List<String> namesIn(String text) {
        List<String> names = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            var match = COUNTRIES.longestAt(text, i);
            match.ifPresent(found -> names.add(text.substring(found.start(), found.end()) + "="
                    + found.candidates().stream().map(Country::code).toList()));
            i = match.map(Countries.Match::end).orElse(i + 1);
        }
        return names;
    }
}
