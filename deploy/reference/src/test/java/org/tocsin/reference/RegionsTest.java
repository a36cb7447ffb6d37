package org.tocsin.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionsTest {
    private static final Regions REGIONS = Regions.load();

    @ParameterizedTest
    @CsvSource({
        "Texas,US.TX",
        "Ontario,CA.08",
        "Nineveh,IQ.15",
        "Ninewa,IQ.15",
        "Anbar,IQ.01",
        "Borno State,NG.27",
        "Borno,NG.27",
        "Chernihiv Oblast,UA.02",
        "Chernihiv,UA.02",
        "South Darfur,SD.49",
        "Oxfordshire,GB.ENG"
    })
    void aNameLeadsToItsRegion(String name, String code) {
        assertEquals(
                code,
                REGIONS.longestAt(name, 0).orElseThrow().candidates().get(0).code());
    }

    @ParameterizedTest
    @CsvSource({"Northern", "Centre", "Ljubljana", "texas"})
    void namesThatSayNothingByThemselvesAreNone(String name) {
        assertEquals(Optional.empty(), REGIONS.longestAt(name, 0));
    }

    @Test
    void abbreviationsAreThoseOfTheNews() {
        assertEquals(List.of("US.KY"), codes("Ky."));
        assertEquals(List.of("US.NJ"), codes("N.J."));
        assertEquals(List.of("CA.08"), codes("Ont"));
        assertEquals(List.of("AU.08", "US.WA"), codes("WA"));
        assertEquals(List.of(), codes("ky"));
    }

    @Test
    void aRegionIsFoundByItsCode() {
        assertEquals(new Region("US.TX", "Texas", true), REGIONS.byCode("US.TX").orElseThrow());
        assertEquals("US", REGIONS.byCode("US.TX").orElseThrow().country());
        assertEquals(Optional.empty(), REGIONS.byCode("US.XX"));
    }

    @Test
    void aSupplementThatNamesNoRegionOfGeoNamesIsRefused() {
        List<Tsv.Row> divisions = Tsv.parse("code\tname\nUS.TX\tTexas\n");
        String supplement = "code\tknown\tnames\tabbreviations\nUS.TX\tyes\t\tTex\n";
        assertEquals(
                List.of("US.TX"),
                new Regions(divisions, Tsv.parse(supplement))
                        .abbreviated("Tex.").stream().map(Region::code).toList());
        List<Tsv.Row> mistaken = Tsv.parse(supplement + "US.XX\tyes\t\tXx\n");
        assertThrows(IllegalStateException.class, () -> new Regions(divisions, mistaken));
    }

    private static List<String> codes(String written) {
        return REGIONS.abbreviated(written).stream().map(Region::code).toList();
    }
}
