package org.tocsin.ingest.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tocsin.ingest.claim.Reading;
import org.tocsin.ingest.claim.Text;

class ReportReadingTest {
    private static QueuedReport taken(int attempts) {
        return new QueuedReport(
                UUID.randomUUID(),
                2,
                UUID.randomUUID(),
                attempts,
                "A title",
                "A text.",
                Instant.parse("2014-06-10T15:30:00Z"));
    }

    @Test
    void aReaderThatFailsMakesTheReportUnreadable() {
        Outcome outcome = new ReportReading(text -> {
                    throw new IllegalStateException("no such word: A text.");
                })
                .of(taken(1));
        assertEquals("UNREADABLE", outcome.status());
        assertEquals("The reading failed: IllegalStateException.", outcome.failure());
    }

    @Test
    void aReaderThatRunsOutOfStackMakesTheReportUnreadable() {
        Outcome outcome = new ReportReading(ReportReadingTest::deeper).of(taken(1));
        assertEquals("The reading failed: StackOverflowError.", outcome.failure());
    }

    @Test
    void aReportThatStoppedItsWorkerThreeTimesIsNotReadAgain() {
        ReportReading reading = new ReportReading(text -> new Reading("en", List.of()));
        assertEquals("READ", reading.of(taken(3)).status());
        assertEquals("UNREADABLE", reading.of(taken(4)).status());
        assertTrue(reading.of(taken(4)).claims().isEmpty());
    }

    @SuppressWarnings("InfiniteRecursion")
    private static Reading deeper(Text text) {
        return deeper(text);
    }
}
