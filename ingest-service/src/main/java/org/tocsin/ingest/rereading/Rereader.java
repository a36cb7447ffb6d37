package org.tocsin.ingest.rereading;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.claim.Reading;
import org.tocsin.ingest.claim.Text;
import org.tocsin.ingest.reading.ClaimBody;
import org.tocsin.ingest.reading.Outcome;
import org.tocsin.ingest.reading.ReportReading;
import org.tocsin.ingest.report.ReportStatus;
import org.tocsin.ingest.rereading.Previews.Preview;
import org.tocsin.ingest.rereading.Previews.Taken;

/** Reads a report again and compares. */
final class Rereader {
    private final ReportReading reading;
    private final Function<Taken, List<ClaimBody>> claimsBefore;

    /** @param claimsBefore may fail with {@link UncheckedIOException} */
    Rereader(Function<Text, Reading> reader, Function<Taken, List<ClaimBody>> claimsBefore) {
        this.reading = new ReportReading(reader);
        this.claimsBefore = claimsBefore;
    }

    Preview previewOf(Taken taken) {
        if (taken.status() != ReportStatus.READ && taken.status() != ReportStatus.UNREADABLE) {
            return without(taken, ReportDifference.State.SKIPPED, null);
        }
        Outcome outcome = reading.of(taken.report());
        if (outcome.failure() != null) {
            return without(taken, ReportDifference.State.FAILED, outcome.failure());
        }
        try {
            Differences.Compared compared =
                    Differences.between(claimsBefore.apply(taken), outcome.claims(), Math.max(taken.base(), 1) + 1);
            boolean changed = taken.status() != ReportStatus.READ
                    || !Objects.equals(taken.language(), outcome.language())
                    || !compared.differences().hasNone();
            return new Preview(
                    taken,
                    ReportDifference.State.READ,
                    outcome.language(),
                    null,
                    changed,
                    compared.claims(),
                    compared.differences());
        } catch (UncheckedIOException e) {
            return without(
                    taken,
                    ReportDifference.State.FAILED,
                    "The stored claims are in a form that is not known any more.");
        }
    }

    private static Preview without(Taken taken, ReportDifference.State state, @Nullable String failure) {
        return new Preview(taken, state, null, failure, false, List.of(), Differences.NONE);
    }
}
