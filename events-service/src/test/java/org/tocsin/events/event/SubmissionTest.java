package org.tocsin.events.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tocsin.events.Calls;

class SubmissionTest {
    private static Submission saying(String report, int events) {
        ObjectNode body = Calls.report("portion-wire", "2020-01-01T10:00:00Z", 1);
        for (int i = 0; i < events; i++) {
            Calls.taking(body, report + "-1-0-" + i, "99072", "islamic-state", "2020-01-01");
        }
        try {
            return new Submission(
                    report, Calls.JSON.copy().findAndRegisterModules().readValue(body.toString(), ReportEvents.class));
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static List<Integer> sizes(Stream<Submission> all) {
        return Submission.portions(all.toList()).stream().map(List::size).toList();
    }

    @Test
    void aFewHundredSmallReportsAreOnePortion() {
        assertEquals(List.of(200), sizes(IntStream.range(0, 200).mapToObj(i -> saying("r" + i, 1))));
        assertEquals(List.of(500, 1), sizes(IntStream.range(0, 501).mapToObj(i -> saying("r" + i, 1))));
    }

    @Test
    void aReportIsNeverTorn() {
        assertEquals(List.of(1, 1, 2), sizes(IntStream.of(5, 1_200, 3, 900).mapToObj(n -> saying("r" + n, n))));
        assertEquals(List.of(1), sizes(Stream.of(saying("empty", 0))));
    }
}
