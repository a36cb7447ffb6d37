package org.tocsin.ingest.rereading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tocsin.ingest.claim.Reading;
import org.tocsin.ingest.claim.reader.ClaimReader;
import org.tocsin.ingest.reading.QueuedReport;
import org.tocsin.ingest.report.ReportStatus;

class RereaderTest {
    private static Previews.Taken taken(ReportStatus status, int attempts) {
        QueuedReport report = new QueuedReport(
                UUID.randomUUID(),
                1,
                UUID.randomUUID(),
                attempts,
                "A title",
                "A text.",
                Instant.parse("2014-06-10T15:30:00Z"));
        boolean read = status == ReportStatus.READ;
        return new Previews.Taken(report, status, read ? "en" : null, read ? 1 : 0, read ? "1" : null, "[]");
    }

    private static Rereader reader(String language) {
        return new Rereader(text -> new Reading(language, List.of()), taken -> List.of());
    }

    @Test
    void theSameLanguageAndClaimsAreNoChange() {
        Previews.Preview preview = reader("en").previewOf(taken(ReportStatus.READ, 1));
        assertEquals(ReportDifference.State.READ, preview.state());
        assertFalse(preview.changed());
    }

    @Test
    void anotherLanguageIsAChangeAndSoIsReadingWhatWasUnreadable() {
        assertTrue(reader("fr").previewOf(taken(ReportStatus.READ, 1)).changed());
        assertTrue(reader("en").previewOf(taken(ReportStatus.UNREADABLE, 1)).changed());
    }

    @ParameterizedTest
    @EnumSource(
            value = ReportStatus.class,
            names = {"PENDING", "RETRACTED"})
    void whatWasCorrectedOrRetractedMeanwhileIsSkipped(ReportStatus status) {
        assertEquals(
                ReportDifference.State.SKIPPED,
                reader("en").previewOf(taken(status, 1)).state());
    }

    @Test
    void aReaderThatFailsChangesNothingAndSaysSo() {
        Previews.Preview preview = new Rereader(
                        text -> {
                            throw new IllegalStateException("no such word: A text.");
                        },
                        taken -> List.of())
                .previewOf(taken(ReportStatus.READ, 1));
        assertEquals(ReportDifference.State.FAILED, preview.state());
        assertEquals("The reading failed: IllegalStateException.", preview.failure());
        assertFalse(preview.changed());
    }

    @Test
    void aReportThatStoppedItsWorkerThreeTimesIsNotReadAgain() {
        assertEquals(
                ReportDifference.State.FAILED,
                reader("en").previewOf(taken(ReportStatus.READ, 4)).state());
    }

    @Test
    void storedClaimsThatCannotBeReadAreLeftAlone() {
        Rereader rereader = new Rereader(text -> new Reading("en", List.of()), taken -> {
            throw new UncheckedIOException(new IOException("not known"));
        });
        assertEquals(
                ReportDifference.State.FAILED,
                rereader.previewOf(taken(ReportStatus.READ, 1)).state());
    }

    @Test
    void theVersionOfTheReaderCanBeOrdered() {
        assertTrue(ClaimReader.VERSION.matches(Filter.VERSION));
    }
}
