package org.tocsin.reference;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tocsin.reference.Loaded.PLACES;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlacesTest {

    @Test
    void aPlaceHasWhatGeoNamesSays() {
        Place mosul = PLACES.byId("99072").orElseThrow();

        assertEquals(
                new Place("99072", "Mosul", "IQ", "IQ.15", 36.335, 43.11889, 1683000, "PPLA", "Asia/Baghdad"), mosul);
        assertEquals(ZoneId.of("Asia/Baghdad"), mosul.zone());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mosul         | 99072
            mosul         | 99072
            Raqa          | 172955
            Ar Raqqah     | 172955
            Hasakeh       | 173811
            Hasakah       | 173811
            Tal Afar      | 90393
            Tel Afar      | 90393
            Tall Afar     | 90393
            Tikrit        | 90150
            Tekrit        | 90150
            Deir Ezzor    | 170794
            Deir ez-Zour  | 170794
            Kobane        | 172256
            Ain al-Arab   | 172256
            Artyomovsk    | 713174
            Avdiivka      | 713122
            Kyiv          | 703448
            Kiev          | 703448
            Мосул         | 99072
            الموصل        | 99072
            """)
    void aNameLeadsToItsPlace(String name, String id) {
        assertEquals(id, PLACES.named(name).get(0).id());
    }

    @Test
    void everyContestedPlaceIsFoundInEachSpelling() throws IOException {
        List<String> missing = new ArrayList<>();
        try (InputStream in = PlacesTest.class.getResourceAsStream("contested-places.tsv")) {
            Assertions.assertNotNull(in);
            for (Tsv.Row row : Tsv.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8))) {
                Place place = PLACES.byId(row.text("id")).orElseThrow();
                assertEquals(row.text("country"), place.country(), place.name());
                row.list("spellings").stream()
                        .filter(spelling -> !PLACES.named(spelling).contains(place))
                        .forEach(missing::add);
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void theMostPopulousOfOneNameIsFirst() {
        List<Place> tripolis = PLACES.named("Tripoli");

        assertEquals("LY", tripolis.get(0).country());
        assertTrue(tripolis.stream().anyMatch(place -> place.country().equals("LB")));
        for (int i = 1; i < tripolis.size(); i++) {
            assertTrue(tripolis.get(i - 1).population() >= tripolis.get(i).population());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "x0", "099072", "+99072", "-1", "99999999999", "x99999", "mosul", "9٩072"})
    void whatIsNoIdIsNoPlace(String id) {
        assertEquals(Optional.empty(), PLACES.byId(id));
    }

    @Test
    void theIdOfARowThatWasJoinedLeadsToThePlace() {
        assertEquals(PLACES.byId("703646"), PLACES.byId("695357"));
        assertEquals(1, PLACES.named("Kurakhove").size());
    }

    @Test
    void airportCodesAreNoNames() {
        assertTrue(PLACES.named("OSM").isEmpty());
    }

    @Test
    void everyPlaceOfTheSupplementIsWhole() {
        assertTrue(wholeFrom(1, 60, true) >= 347);
    }

    @Test
    void everyPlaceOfANewerGeoNamesIsWholeAndNotTakenForContested() {
        assertEquals(11_121, wholeFrom(1_000_001, 90, false));
    }

    @Test
    void aPlaceOfANewerGeoNamesIsLastOfItsName() {
        List<String> ids = PLACES.named("Manica").stream().map(Place::id).toList();

        assertEquals("x1009194", ids.get(ids.size() - 1));
    }

    @Test
    void twoRowsOfOnePlaceOfTheSupplementAndOfGeoNamesAreJoined() {
        assertEquals("x3055", PLACES.byId("1954056").orElseThrow().id());
    }

    /** How many ids follow one another from the first on; each is of a place that has all it needs. */
    private static int wholeFrom(int first, int furthestNorth, boolean contested) {
        int count = 0;
        for (Optional<Place> place = PLACES.byId("x" + first);
                place.isPresent();
                place = PLACES.byId("x" + (first + count))) {
            count++;
            Place found = place.get();
            assertAll(
                    found.name(),
                    () -> assertTrue(Loaded.COUNTRIES.byCode(found.country()).isPresent()),
                    () -> assertTrue(found.admin1().isEmpty()
                            || !Loaded.COUNTRIES.admin1Name(found.admin1()).isEmpty()),
                    () -> assertTrue(Math.abs(found.latitude()) < furthestNorth && Math.abs(found.longitude()) < 180),
                    () -> assertEquals(found.timeZone(), found.zone().getId()),
                    () -> assertEquals(contested, found.isContested()),
                    () -> assertTrue(PLACES.named(found.name()).contains(found)));
        }
        return count;
    }

    @Test
    void everythingIsLoadedWithinSeconds() {
        Assertions.assertTimeout(Duration.ofSeconds(15), () -> {
            assertEquals(PLACES.size(), Places.load().size());
            Actors.load();
        });
    }
}
