package org.tocsin.ingest.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.tocsin.ingest.claim.Claim;
import org.tocsin.ingest.claim.Reading;
import org.tocsin.ingest.claim.Text;
import org.tocsin.ingest.copy.Fact;
import org.tocsin.ingest.copy.Story;

/** Reads one report, whatever happens: a report that cannot be read must not keep the others waiting. */
public final class ReportReading {
    private static final Logger LOG = Logger.getLogger(ReportReading.class);

    /** A report that stopped its worker this often (the memory or the machine gave out) is given up. */
    static final int MOST_ATTEMPTS = 3;

    /** As many as events-service takes of one report. No text that a person wrote comes near. */
    static final int MOST_CLAIMS = 5_000;

    private final Function<Text, Reading> reader;

    public ReportReading(Function<Text, Reading> reader) {
        this.reader = reader;
    }

    public Outcome of(QueuedReport report) {
        if (report.attempts() > MOST_ATTEMPTS) {
            return Outcome.unreadable(report, "The reading did not come to an end " + MOST_ATTEMPTS + " times.");
        }
        try {
            Reading reading = reader.apply(report.asText());
            String prefix = report.id() + "-" + report.revision() + "-";
            List<ClaimBody> claims = new ArrayList<>();
            List<Claim> found = reading.claims();
            if (found.size() > MOST_CLAIMS) {
                LOG.warnf("kept the first %d of %d claims id=%s", MOST_CLAIMS, found.size(), report.id());
                found = found.subList(0, MOST_CLAIMS);
            }
            for (Claim claim : found) {
                claims.add(ClaimBody.of(claim, prefix));
            }
            Story story = Story.of(report.text(), report.publishedAt(), Fact.in(found));
            return Outcome.read(report, reading.language(), claims, story);
        } catch (RuntimeException | StackOverflowError e) {
            // neither message nor whole trace: the one may quote the text, the other be a thousand lines of recursion
            LOG.errorf(
                    "reading failed id=%s revision=%d %s at %s",
                    report.id(),
                    report.revision(),
                    e.getClass().getSimpleName(),
                    e.getStackTrace().length == 0 ? "?" : e.getStackTrace()[0]);
            return Outcome.unreadable(
                    report, "The reading failed: " + e.getClass().getSimpleName() + ".");
        }
    }
}
