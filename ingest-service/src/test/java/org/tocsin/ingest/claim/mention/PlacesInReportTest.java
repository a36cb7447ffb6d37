package org.tocsin.ingest.claim.mention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.StringJoiner;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.ingest.claim.lexicon.Triggers;
import org.tocsin.ingest.claim.lexicon.WordLists;
import org.tocsin.ingest.claim.text.Tokens;
import org.tocsin.reference.Actors;
import org.tocsin.reference.Countries;
import org.tocsin.reference.Places;

class PlacesInReportTest {
    private static final Countries COUNTRIES = Countries.load();
    private static final Actors ACTORS = Actors.load(COUNTRIES);
    private static final Names NAMES =
            new Names(Places.load(), COUNTRIES, ACTORS, Triggers.load(), WordLists.cues(), WordLists.parties());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Russian forces captured Pokrovsk.                                   | Pokrovsk UA.05
            Ukrainian forces withdrew from Avdiivka.                            | Avdiivka UA.05
            Rwandan-backed rebels seized Goma.                                  | Goma CD.11
            Boko Haram militants overran Bama.                                  | Bama NG.27
            Rebels left Homs after two years of siege.                          | Homs SY.11
            Islamic State fighters entered Palmyra.                             | Palmyra SY.11
            Fighters loyal to Haftar advanced on Tripoli.                       | Tripoli LY.77
            Kurdish fighters drove the jihadists out of Kobani.                 | Kobani SY.09
            Raqa fell to the rebels.                                            | Raqqa SY.04
            Insurgents took Mubi and Uba on Wednesday.                          | Mubi NG.35, Uba NG.27
            The army is closing in on Giad.                                     | Giad SD.38
            US troops captured Kandahar airport.                                | Kandahar AF.23
            Kabul could fall within weeks, says a US officer.                   | Kabul AF.13
            Turkish forces seized Tal Abyad and Ras al-Ain.                     | Tal Abyad SY.04, Ras al-Ain SY.01
            Saudi jets bombed Sadah.                                            | Saada YE.15
            Kenyan troops bombed Jilib.                                         | Jilib SO.08
            Ugandan soldiers reached Beni.                                      | Beni CD.11
            The army said Monday it had retaken Baga from Boko Haram.           | Baga NG.27
            The jihadists hold on in Hit.                                       | Hit IQ.01
            Islamic State fighters captured Halabja in Iraq on Tuesday.         | Halabja IQ.05
            Rebel fighters captured Donetsk on Tuesday.                         | Donetsk UA.05
            Russian troops entered Zaporizhzhia on Tuesday.                     | Zaporizhzhia UA.26
            The rebels captured Sennar in Sudan on Tuesday.                     | Sinnar SD.58
            """)
    void placesOfAWarAreNotThoseOfTheAttackersOwnCountry(String text, String places) {
        assertEquals(places, placesIn("", text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Clashes broke out in Tripoli, Lebanon, after the funeral.           | Tripoli LB.09
            The mayor of Paris, Texas, spoke. Paris has 24,000 people.          | Paris US.TX, Paris US.TX
            A fire broke out in Springfield, Ill., on Monday.                   | Springfield US.IL
            Police in London, Ont., arrested two men.                           | London CA.08
            The crash in Moscow, Idaho, closed the road.                        | Moscow US.ID
            Delaware, Ohio, has a new library.                                  | Delaware US.OH
            Azaz, a town in northern Syria, was shelled.                        | Azaz SY.09
            The Syrian city of Aleppo was quiet.                                | Aleppo SY.09
            She was in Alexandria, Virginia, not in Alexandria, Egypt.          | Alexandria US.VA, Alexandria EG.06
            A man from London was shot, said the sheriff of Laurel County, Ky.  | London US.KY
            Police in Vancouver and Surrey, B.C., are looking for a van.        | Vancouver CA.02, Surrey CA.02
            A storm hit Cordova, Tennessee, on Friday.                          |
            """)
    void theRegionOrCountryBesideANameSaysWhichIsMeant(String text, String places) {
        assertEquals(places == null ? "" : places, placesIn("", text));
    }

    @Test
    void theOtherPlacesOfAReportSayWhichIsMeant() {
        assertEquals(
                "Peterborough CA.08, Lindsay CA.08, Orillia CA.08",
                placesIn(
                        "",
                        "Officers from Peterborough searched a barn near Lindsay. The owner was found in Orillia."));
        assertEquals("Moscow RU.48", placesIn("Talks in Moscow", "The talks went on for two days.", true));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Kevin Houston drove to Houston on Monday.                           | Houston US.TX
            President Lincoln never saw Lincoln, Nebraska.                      | Lincoln US.NE
            Florence Wood met Austin Price in Dallas.                           | Dallas US.TX
            She teaches at the University of Oxford.                            |
            At Cambridge University students marched.                           |
            Wellington Street was closed.                                       |
            The St. Louis Cardinals won.                                        |
            Doctors at Lincoln Memorial Hospital in Joplin, Missouri, said so.  | Joplin US.MO
            The Washington Post reported the news.                              |
            The Torrington Police Department called Hartford, Conn., for help.  | Torrington US.CT, Hartford US.CT
            Trade with Asia grew, said Xinhua.                                  |
            """)
    void namesOfPersonsAndOrganisationsAreNoPlaces(String text, String places) {
        assertEquals(places == null ? "" : places, placesIn("", text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            BAGHDAD (Agency) - Militants seized Tikrit, north of Baghdad.       | DATELINE, SCENE, ORIENTATION
            Kyiv, Nov 3 (Agency) - Shells hit Kupiansk, 30 km east of Izium.    | DATELINE, SCENE, ORIENTATION
            KHARTOUM, Sudan (Agency) — The army bombed Nyala.                   | DATELINE, SCENE
            Rebels hold Idlib, but not Aleppo province.                         | SCENE, AREA
            The convoy was stopped between Homs and Hama.                       | ORIENTATION, ORIENTATION
            Troops withdrew from Lyman.                                         | SCENE
            """)
    void itIsToldWhatAPlaceIsNamedFor(String text, String roles) {
        StringJoiner found = new StringJoiner(", ");
        places("", text, false).forEach(place -> found.add(place.role().toString()));

        assertEquals(roles, found.toString());
    }

    @Test
    void aMillionCharactersAreResolvedInSeconds() {
        String text = "Rebels took San Jose, Santa Cruz and Springfield near Victoria. ".repeat(16_000);

        Assertions.assertTimeout(
                Duration.ofSeconds(60), () -> assertTrue(places("", text, false).size() > 1_000));
    }

    private static String placesIn(String title, String text) {
        return placesIn(title, text, false);
    }

    private static String placesIn(String title, String text, boolean ofTitle) {
        StringJoiner found = new StringJoiner(", ");
        places(title, text, ofTitle)
                .forEach(place ->
                        found.add(place.place().name() + " " + place.place().admin1()));
        return found.toString();
    }

    private static List<NamedPlace> places(String title, String text, boolean ofTitle) {
        Mentions ofBody = NAMES.in(text, Tokens.of(text));
        Mentions ofHead = NAMES.in(title, Tokens.of(title));
        Surroundings report = new Surroundings(ACTORS);
        report.add(ofHead);
        report.add(ofBody);
        return (ofTitle ? ofHead : ofBody).supportedBy(report).places();
    }
}
