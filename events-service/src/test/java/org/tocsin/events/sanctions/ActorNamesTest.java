package org.tocsin.events.sanctions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.events.sanctions.ActorNames.Entry;
import org.tocsin.events.sanctions.ActorNames.Meaning;
import org.tocsin.events.sanctions.ActorNames.Named;
import org.tocsin.reference.Actor;
import org.tocsin.reference.ActorLinks;
import org.tocsin.reference.Actors;

/** The real links, over a few names that the lists have. */
class ActorNamesTest {
    private static final Actors ACTORS = Actors.load();
    private static final ActorNames NAMES = new ActorNames(
            ACTORS,
            ActorLinks.load(ACTORS),
            List.of(
                    named("OFAC_SDN", "4697", "HIZBALLAH", "ANSAR ALLAH"),
                    named("OFAC_SDN", "47664", "ANSARALLAH", "ANSAR ALLAH"),
                    named("UN", "YEe.001", "THE HOUTHIS", "ANSAR ALLAH"),
                    named("OFAC_SDN", "16476", "ANSAR AL-SHARI'A IN DARNAH", "ANSAR AL-SHARIA"),
                    named("OFAC_SDN", "16477", "ANSAR AL-SHARI'A IN TUNISIA", "ANSAR AL-SHARIA"),
                    named("UK", "LIB0077", "Africa Corps", "Wagner Group"),
                    named("UK", "RUS1090", "Wagner Group"),
                    named("UK", "AQD0046", "HARAKAT UL-MUJAHIDIN (HUM)", "HUA"),
                    named("UK", "AQD0047", "HARAKAT-UL JIHAD ISLAMI", "HUA"),
                    named("UK", "CAF0025", "Diamville"),
                    named("OFAC_SDN", "8759", "ISLAMIC STATE OF IRAQ AND THE LEVANT", "ISIS")));

    private static Named named(String list, String reference, String... names) {
        return new Named(new Entry(list, reference), List.of(names));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # Names of several entries of one list
            Ansar Allah     |    | houthis, hezbollah
            Ansar Allah     | YE | houthis
            Ansar Allah     | LB | hezbollah
            Ansar al-Sharia | TN | ansar-al-sharia-tunisia
            Wagner Group    |    | wagner-group, africa-corps
            # Names of one
            ANSARALLAH      |    | houthis
            isis            |    | islamic-state
            PMC Wagner      |    | wagner-group
            # An entry of which somebody decided that it is no actor, and a name of nobody
            Diamville       |    |
            Nobody at all   |    |
            """)
    void aNameMeansTheseActors(String name, String country, String actors) {
        Meaning meaning = NAMES.meaningOf(name, country == null ? Set.of() : Set.of(country));
        assertEquals(
                actors == null ? Set.of() : Set.of(actors.split(", ")),
                meaning.candidates().stream().map(Actor::id).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @CsvSource({"Ansar Allah", "Ansar al-Sharia", "Wagner Group", "HUA"})
    void aNameThatEntriesOfOneListShareIsAmbiguous(String name) {
        assertEquals(true, NAMES.meaningOf(name, Set.of()).ambiguous());
    }
}
