package org.tocsin.service.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadableRequestsTest {
    @Test
    void halfAMediaTypeIsTurnedAway() {
        for (String type : List.of("foo", "/", "application/", "a b/c")) {
            assertEquals(
                    415,
                    ReadableRequests.problemOf(type, Map.of()).orElseThrow().status(),
                    type);
        }
    }

    @Test
    void mediaTypesInUsePass() {
        for (String type : List.of(
                "application/json",
                "application/json; charset=utf-8",
                "application/x-ndjson",
                "text/csv;header=present",
                "multipart/form-data; boundary=\"a/b\"")) {
            assertTrue(ReadableRequests.problemOf(type, Map.of()).isEmpty(), type);
        }
        assertTrue(ReadableRequests.problemOf(null, Map.of()).isEmpty());
    }

    @Test
    void aParameterThatNoTextColumnCanHoldIsNamed() {
        Problem problem = ReadableRequests.problemOf(null, Map.of("publisher", List.of("a", "b\0c")))
                .orElseThrow();
        assertEquals(400, problem.status());
        assertEquals("publisher", problem.errors().get(0).field());
    }
}
