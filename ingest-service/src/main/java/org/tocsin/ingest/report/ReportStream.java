package org.tocsin.ingest.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.input.BodyLimit;
import org.tocsin.ingest.input.Lines;
import org.tocsin.ingest.input.Lines.Line;
import org.tocsin.service.problem.JsonProblem;
import org.tocsin.service.problem.Problem;
import org.tocsin.service.problem.ProblemException;
import org.tocsin.service.problem.ProblemKind;

/** Many reports in one request, one to a line: stored in batches, each line answered in order, whatever is wrong with the others. */
final class ReportStream {
    private static final int MOST_LINES = 500;
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private final PatientReports reports;
    private final ObjectMapper json;
    private final ObjectReader requests;
    private final Clock clock;

    /** @param reports stores, and waits while the database is away */
    ReportStream(PatientReports reports, ObjectMapper json, Clock clock) {
        this.reports = reports;
        this.json = json;
        this.requests = json.readerFor(ReportRequest.class);
        this.clock = clock;
    }

    /** A line that was looked at: something to store, or a problem. */
    private record Looked(
            long number,
            @Nullable Submission submission,
            @Nullable Problem problem) {}

    /**
     * Stores what comes in and writes a line for each to {@code out}, until the end.
     *
     * @param atOnce whether to store what there is when the sender pauses; else only full batches, and the rest
     */
    void copy(InputStream in, Spool out, boolean atOnce) throws IOException {
        Lines lines = new Lines(in, BodyLimit.LONGEST_BODY);
        List<Looked> batch = new ArrayList<>();
        int bytes = 0;
        Optional<Line> line = lines.next();
        while (line.isPresent()) {
            if (!line.get().isBlank()) {
                batch.add(look(line.get()));
                bytes += line.get().bytes().length;
            }
            boolean full = batch.size() >= MOST_LINES || bytes >= MOST_BYTES;
            if (full || (atOnce && !lines.hasNextNow() && in.available() <= 0)) {
                answer(batch, out);
                batch.clear();
                bytes = 0;
            }
            line = lines.next();
        }
        answer(batch, out);
    }

    private Looked look(Line line) {
        if (line.tooLong()) {
            return new Looked(line.number(), null, BodyLimit.tooLarge("The line"));
        }
        try {
            ReportRequest request = requests.readValue(line.bytes());
            if (request == null) {
                return new Looked(line.number(), null, Problem.invalid("body", "must be a valid object"));
            }
            return new Looked(line.number(), Submission.of(request, Instant.now(clock)), null);
        } catch (JsonMappingException e) {
            return new Looked(line.number(), null, JsonProblem.of(e));
        } catch (JsonProcessingException e) {
            int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
            return new Looked(
                    line.number(),
                    null,
                    Problem.of(
                            ProblemKind.MALFORMED_JSON,
                            "Line " + line.number() + " is not well-formed JSON at column " + column + "."));
        } catch (ProblemException e) {
            return new Looked(line.number(), null, e.problem());
        } catch (IOException e) {
            throw new IllegalStateException("nothing is read from outside here", e);
        }
    }

    private void answer(List<Looked> batch, Spool out) throws IOException {
        if (batch.isEmpty()) {
            return;
        }
        List<Submission> good = new ArrayList<>();
        for (Looked looked : batch) {
            if (looked.submission() != null) {
                good.add(looked.submission());
            }
        }
        Optional<List<Reports.Stored>> stored = reports.store(good);
        ByteArrayOutputStream answers = new ByteArrayOutputStream(batch.size() * 128);
        int next = 0;
        for (Looked looked : batch) {
            LineResult result;
            if (looked.problem() != null) {
                result = LineResult.refused(looked.number(), looked.problem());
            } else if (stored.isEmpty()) {
                result = LineResult.refused(looked.number(), PatientReports.AWAY);
            } else {
                result = LineResult.of(looked.number(), stored.get().get(next++));
            }
            answers.write(json.writeValueAsBytes(result));
            answers.write('\n');
        }
        out.write(answers.toByteArray());
    }
}
