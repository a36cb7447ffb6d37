package org.tocsin.ingest.reading;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import org.tocsin.ingest.claim.*;

@Singleton
class StandIn implements ReaderLoader {
    @Override
    public Reader load() {
        return text -> {
            if (!text.text().contains("seized Mosul")) {
                return new Reading("en", List.of());
            }
            return new Reading(
                    "en",
                    List.of(new Claim(
                            ClaimType.TERRITORY_SEIZED,
                            Stance.ASSERTED,
                            true,
                            Extent.WHOLE,
                            0.93,
                            new PlaceName("99072", "Mosul", "IQ", 36.335, 43.11889),
                            new ActorName("islamic-state", "Islamic State"),
                            new ActorName("government-of-iq", "Government of Iraq"),
                            null,
                            LocalDate.parse("2014-06-10"),
                            DatePrecision.DAY,
                            new Evidence(
                                    "text",
                                    new Evidence.Sentence(
                                            0, 61, "Islamic State fighters seized Mosul from the army on Tuesday."),
                                    new Evidence.Span(23, 29),
                                    new Evidence.Span(30, 35),
                                    new Evidence.Span(0, 13)),
                            List.of(
                                    "'seized' is a completed taking; its subject is the taker and its object the place"),
                            0,
                            0)));
        };
    }
}
