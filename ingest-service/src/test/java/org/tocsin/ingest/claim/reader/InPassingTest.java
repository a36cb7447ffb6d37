package org.tocsin.ingest.claim.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.ingest.claim.Claim;
import org.tocsin.ingest.claim.Stance;
import org.tocsin.ingest.claim.Text;

class InPassingTest {
    private static final String STORY = """
            BEIRUT - Syrian government forces captured the city of Palmyra from Islamic State on Sunday, state media said.
            Aid agencies called for a truce. The fighting had lasted three weeks. Dozens of soldiers were killed, a doctor said.
            Thousands of people fled to Homs. The war has gone on for years. %s Talks are to be held in Geneva.
            A spokesman for the United Nations asked both sides for restraint. Prices of bread have doubled.
            """;

    @Test
    void aTownThatIsTakenInPassingIsBackground() {
        Claim raqqa =
                claimOf("Raqqa", STORY.formatted("Islamic State fighters seized Raqqa and made it their capital."));
        assertEquals(Stance.HISTORICAL, raqqa.stance());
        assertEquals(
                "told once, below the lead, in the plain past and without a date: background",
                raqqa.reasons().get(raqqa.reasons().size() - 1));
    }

    @Test
    void whatIsDatedOrToldInThePerfectIsNews() {
        for (String news : List.of(
                "Islamic State fighters seized Raqqa on Saturday.", "Islamic State fighters have seized Raqqa.")) {
            assertEquals(true, claimOf("Raqqa", STORY.formatted(news)).changesHands(), news);
        }
    }

    @Test
    void aShortTextIsAllNews() {
        assertEquals(
                true,
                claimOf("Raqqa", "Islamic State fighters seized Raqqa and made it their capital.")
                        .changesHands());
    }

    private static Claim claimOf(String place, String text) {
        return Shared.READER.read(new Text("", text, Instant.parse("2016-03-27T18:00:00Z"))).claims().stream()
                .filter(claim -> claim.type().movesControl()
                        && claim.place() != null
                        && claim.place().name().equals(place))
                .findFirst()
                .orElseThrow();
    }
}
