package org.tocsin.ingest.report;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.tocsin.ingest.sql.DatabaseException;
import org.tocsin.service.problem.Problem;
import org.tocsin.service.problem.ProblemKind;

/** Stores for one stream of reports, whose answer has begun, so that it cannot be refused as a whole when the database goes away. */
final class PatientReports {
    static final Problem AWAY =
            Problem.of(ProblemKind.UNAVAILABLE, "The database cannot be reached at the moment. Send this line again.");

    private static final Logger LOG = Logger.getLogger(PatientReports.class);
    private static final long PAUSE_MILLIS = 500;

    private final Reports reports;
    private final boolean live;
    private final String from;
    private final Duration patience;
    private boolean gaveUp;

    PatientReports(Reports reports, boolean live, String from, Duration patience) {
        this.reports = reports;
        this.live = live;
        this.from = from;
        this.patience = patience;
    }

    /** One result for each; nothing when the database stayed away. It waits once for it to come back, afterwards it only asks. */
    Optional<List<Reports.Stored>> store(List<Submission> submissions) {
        if (submissions.isEmpty()) {
            return Optional.of(List.of());
        }
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                List<Reports.Stored> stored = reports.store(submissions, live, from);
                gaveUp = false;
                return Optional.of(stored);
            } catch (DatabaseException e) {
                if (gaveUp || System.nanoTime() > deadline || !pause()) {
                    if (!gaveUp) {
                        LOG.warnf("lines refused, the database is away: %s", e.getMessage());
                    }
                    gaveUp = true;
                    return Optional.empty();
                }
            }
        }
    }

    private static boolean pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
