package org.tocsin.ingest.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.tocsin.service.problem.Problem;
import org.tocsin.service.problem.ProblemKind;

/** Streams of reports: one thread takes them in while another answers, so that neither side ever waits for the other in a circle. */
@ApplicationScoped
class ReportStreams {
    static final String MEDIA_TYPE = "application/x-ndjson";

    private static final Logger LOG = Logger.getLogger(ReportStreams.class);

    private final Reports reports;
    private final ObjectMapper json;
    private final Clock clock;
    private final Semaphore places;
    private final Duration patience;

    ReportStreams(
            Reports reports,
            ObjectMapper json,
            Clock clock,
            @ConfigProperty(name = "tocsin.reports.streams", defaultValue = "8") int atOnce,
            @ConfigProperty(name = "tocsin.reports.patience", defaultValue = "PT20S") Duration patience) {
        this.reports = reports;
        this.json = json;
        this.clock = clock;
        this.places = new Semaphore(atOnce);
        this.patience = patience;
    }

    /**
     * The answer to {@code body}, which is read while the answer is written.
     *
     * @param abort closes the connection: the only way to say that an answer which has begun is not all
     * @param atOnce whether the sender may be waiting for the answer to a line before it sends the next
     */
    StreamingOutput answer(InputStream body, boolean live, String from, Runnable abort, boolean atOnce) {
        if (!places.tryAcquire()) {
            throw Problem.of(ProblemKind.TOO_MANY_REQUESTS, "Too many streams at a time. Try again later.")
                    .asException();
        }
        ReportStream stream = new ReportStream(new PatientReports(reports, live, from, patience), json, clock);
        return out -> {
            try (Spool spool = new Spool()) {
                Thread storing = new Thread(() -> store(stream, body, spool, atOnce), "tocsin-report-stream");
                storing.setDaemon(true);
                storing.start();
                pass(spool, out);
            } catch (IOException e) {
                LOG.debug("an answer broke off", e);
                abort.run();
            } finally {
                places.release();
            }
        };
    }

    private static void store(ReportStream stream, InputStream body, Spool spool, boolean atOnce) {
        try {
            stream.copy(body, spool, atOnce);
            spool.finish();
        } catch (IOException e) {
            LOG.infof("a stream of reports broke off: %s", e.getMessage());
            spool.fail(e);
        } catch (RuntimeException | Error e) {
            LOG.error("a stream of reports failed", e);
            spool.fail(new IOException(e));
        }
    }

    private static void pass(Spool spool, OutputStream out) throws IOException {
        for (byte[] piece = spool.read(); piece.length > 0; piece = spool.read()) {
            out.write(piece);
            out.flush();
        }
    }
}
