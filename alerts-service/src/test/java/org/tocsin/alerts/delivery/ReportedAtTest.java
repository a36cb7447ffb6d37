package org.tocsin.alerts.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReportedAtTest {
    private static final String EVENT = """
            {"specversion":"1.0","id":"1","time":"2026-11-23T15:00:01.5Z","data":{"change":{"receivedAt":%s}}}""";

    @Test
    void itIsWhenTheReportWasReceived() {
        assertEquals(Instant.parse("2026-11-23T15:00:00Z"), ReportedAt.of(EVENT.formatted("\"2026-11-23T15:00:00Z\"")));
    }

    @Test
    void elseWhenTheChangeWasRecorded() {
        assertEquals(Instant.parse("2026-11-23T15:00:01.5Z"), ReportedAt.of(EVENT.formatted("null")));
    }

    @Test
    void whatDoesNotSayItHasNone() {
        assertNull(ReportedAt.of("{}"));
        assertNull(ReportedAt.of("{\"time\":\"yesterday\"}"));
        assertNull(ReportedAt.of("{\"time\":\"2026"));
    }
}
