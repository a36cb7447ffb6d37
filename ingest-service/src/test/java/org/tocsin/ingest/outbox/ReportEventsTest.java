package org.tocsin.ingest.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.ingest.claim.ActorName;
import org.tocsin.ingest.claim.ClaimType;
import org.tocsin.ingest.claim.DatePrecision;
import org.tocsin.ingest.claim.Evidence;
import org.tocsin.ingest.claim.Extent;
import org.tocsin.ingest.claim.PlaceName;
import org.tocsin.ingest.claim.Stance;
import org.tocsin.ingest.claim.reader.ClaimReader;
import org.tocsin.ingest.reading.ClaimBody;

class ReportEventsTest {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .findAndAddModules()
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    @Test
    void theFormIsThatOfTheContract() throws IOException {
        ClaimBody claim = new ClaimBody(
                "0b9f3c52-6a0e-4f43-9a3e-6d1a3c1f0a11-1-0-0",
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
                        new Evidence.Sentence(0, 61, "Islamic State fighters seized Mosul from the army on Tuesday."),
                        new Evidence.Span(23, 29),
                        new Evidence.Span(30, 35),
                        new Evidence.Span(0, 13)),
                List.of("'seized' is a completed taking; its subject is the taker and its object the place"));
        ReportEvents events = new ReportEvents(
                new ReportEvents.Facts(
                        "example-wire",
                        "Militants seize Mosul",
                        "https://wire.example/2014/06/10/mosul",
                        Instant.parse("2014-06-10T15:30:00Z"),
                        "en",
                        null,
                        0),
                1,
                1,
                ClaimReader.VERSION,
                true,
                JSON.writeValueAsString(List.of(claim)),
                "[]");
        Path example = Path.of("..", "docs", "api", "examples", "report-events.request.json");
        assertEquals(JSON.readTree(example.toFile()), JSON.readTree(JSON.writeValueAsString(events)));
    }
}
