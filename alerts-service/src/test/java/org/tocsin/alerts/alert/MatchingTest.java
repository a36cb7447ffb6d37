package org.tocsin.alerts.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.alerts.change.Change;

/** The example is: Mosul (IQ.15, 36.335 N 43.119 E), CHANGED_HANDS from government-of-iq to islamic-state. */
class MatchingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | true",
                "{'places':[{'id':'99072','reference':'PO'}]} | true",
                "{'places':[{'id':'98182'}]} | false",
                "{'places':[{'id':'98182'},{'id':'99072'}]} | true",
                "{'countries':['IQ']} | true",
                "{'countries':['SY','IQ']} | true",
                "{'countries':['SY']} | false",
                "{'regions':['IQ.15']} | true",
                "{'regions':['IQ.01']} | false",
                "{'bbox':[38.7,29.0,48.8,37.4]} | true",
                "{'bbox':[43.11889,36.335,43.11889,36.335]} | true",
                "{'bbox':[43.2,29.0,48.8,37.4]} | false",
                "{'bbox':[38.7,37.0,48.8,37.4]} | false",
                "{'bbox':[170,-90,-170,90]} | false",
                "{'bbox':[40,-90,-170,90]} | true",
                "{'bbox':[170,-90,50,90]} | true",
                "{'near':{'latitude':36.191,'longitude':44.009,'km':82}} | true", // Erbil, 81.6 km
                "{'near':{'latitude':36.191,'longitude':44.009,'km':81}} | false",
                "{'near':{'latitude':36.335,'longitude':43.11889,'km':0.001}} | true",
                "{'actors':['islamic-state']} | true",
                "{'actors':['government-of-iq']} | true",
                "{'actors':['government-of-sy']} | false",
                "{'from':['government-of-iq']} | true",
                "{'from':['islamic-state']} | false",
                "{'to':['islamic-state']} | true",
                "{'to':['government-of-iq']} | false",
                "{'to':['government-of-sy','islamic-state']} | true",
                "{'kinds':['CHANGED_HANDS']} | true",
                "{'kinds':['CONTESTED']} | false",
                "{'sanctionedOn':['OFAC_SDN']} | false",
                "{'countries':['IQ'],'to':['islamic-state'],'kinds':['CHANGED_HANDS']} | true",
                "{'countries':['IQ'],'to':['government-of-sy']} | false",
                "{'places':[{'id':'99072'}],'countries':['SY']} | false",
            })
    void partsAreAndedMembersAreOredAndAnEmptyPartMeansAll(String filter, boolean expected) {
        assertEquals(
                expected,
                Matching.fits(
                        Examples.filter(filter.replace('\'', '"')),
                        Examples.item(change -> {}).change(),
                        Optional.empty()),
                filter);
    }

    @Test
    void aHolderIsSanctionedWhereAListNamesItAndNotWhereItIsOnlyLinked() {
        Change change = Examples.item(json -> {
                    ObjectNode after = (ObjectNode) json.path("after");
                    after.withArray("sanctions")
                            .addObject()
                            .put("list", "OFAC_SDN")
                            .put("standing", "LISTED");
                    after.withArray("sanctions").addObject().put("list", "UN").put("standing", "LINKED_ONLY");
                })
                .change();
        assertTrue(
                Matching.fits(Examples.filter("{\"sanctionedOn\":[\"OFAC_SDN\",\"EU\"]}"), change, Optional.empty()));
        assertFalse(Matching.fits(Examples.filter("{\"sanctionedOn\":[\"UN\"]}"), change, Optional.empty()));
    }

    @Test
    void aChangeOfAnActorFitsNoPartThatAsksForAPlace() {
        Change change = Examples.item(json -> {
                    json.put("kind", "SANCTIONS_CHANGED").putNull("place");
                    json.putNull("before").putNull("after").putNull("from").putNull("to");
                    json.putObject("actor").put("id", "islamic-state").put("name", "Islamic State");
                })
                .change();
        assertTrue(Matching.fits(Examples.filter("{}"), change, Optional.empty()));
        assertTrue(Matching.fits(Examples.filter("{\"actors\":[\"islamic-state\"]}"), change, Optional.empty()));
        for (String part : new String[] {
            "\"places\":[{\"id\":\"99072\"}]",
            "\"countries\":[\"IQ\"]",
            "\"regions\":[\"IQ.15\"]",
            "\"bbox\":[-180,-90,180,90]",
            "\"near\":{\"latitude\":0,\"longitude\":0,\"km\":20000}"
        }) {
            assertFalse(Matching.fits(Examples.filter("{" + part + "}"), change, Optional.empty()), part);
        }
        assertEquals("actors/islamic-state", change.subject());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | true",
                "{'actors':['houthis']} | true",
                "{'actors':['hezbollah']} | false",
                "{'places':[{'id':'76184'}]} | true",
                "{'places':[{'id':'99072'}]} | false",
                "{'places':[{'id':'99072'},{'id':'76184'}],'actors':['houthis']} | true",
                "{'places':[{'id':'76184'}],'actors':['hezbollah']} | false",
                "{'countries':['YE']} | true",
                "{'countries':['IQ']} | false",
                "{'regions':['YE.11']} | true",
                "{'near':{'latitude':14.5,'longitude':44.4,'km':50}} | true",
                "{'places':[{'id':'76184'}],'countries':['IQ']} | false",
                "{'sanctionedOn':['UN']} | true",
                "{'sanctionedOn':['OFAC_SDN']} | false",
                "{'kinds':['SANCTIONS_CHANGED']} | true",
                "{'kinds':['CHANGED_HANDS']} | false",
                "{'to':['houthis']} | false",
            })
    void aChangeOfAListFitsWhereTheActorIsWatchedOrAPlaceThatItHolds(String filter, boolean expected) {
        assertEquals(
                expected,
                Matching.fits(
                        Examples.filter(filter.replace('\'', '"')),
                        Examples.listing(change -> {}).change(),
                        Optional.empty()),
                filter);
    }

    @Test
    void aDescribedActorHasNoIdToFit() {
        Change change = Examples.item(json -> json.putObject("to").putNull("id").put("name", "militants"))
                .change();
        assertFalse(Matching.fits(Examples.filter("{\"to\":[\"islamic-state\"]}"), change, Optional.empty()));
    }
}
