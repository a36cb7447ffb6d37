package org.tocsin.alerts.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.testing.StubServer;

class ChangesClientTest {
    private final StubServer events = StubServer.start(request -> StubServer.Answer.status(500));

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        events.close();
    }

    @Test
    void theDocumentedAnswerIsReadAndKeptWhole() throws Exception {
        String example = Files.readString(Path.of("..", "docs", "api", "examples", "changes.response.json"));
        events.answer(request -> StubServer.Answer.json(200, example));
        ChangePage page = client().after("1-000000000000", Duration.ofSeconds(20));
        assertEquals("1-000000000001", page.next());
        Change change = page.items().get(0).change();
        assertEquals("CHANGED_HANDS", change.kind());
        assertEquals("IQ.15", Objects.requireNonNull(change.place()).admin1());
        assertEquals(Assurance.CLAIMED, Objects.requireNonNull(change.after()).assurance());
        assertEquals(
                example.replaceAll("\\s", ""),
                "{\"items\":[" + page.items().get(0).json().toString().replaceAll("\\s", "")
                        + "],\"next\":\"1-000000000001\"}");
        StubServer.Request request = events.requests().get(0);
        assertEquals("/changes", request.path());
        assertEquals("limit=500&wait=20&after=1-000000000000", request.query());
    }

    @Test
    void theTokenIsReadAgainAtEachCall() throws Exception {
        events.answer(request -> StubServer.Answer.json(200, "{\"items\":[],\"next\":\"1-000000000000\"}"));
        Path token = folder.resolve("token");
        ChangesClient client = new ChangesClient(new EventsService(events.url() + "/", Optional.of(token.toString())));
        Files.writeString(token, "one\n");
        client.after(null, Duration.ZERO);
        Files.writeString(token, "two");
        client.after(null, Duration.ZERO);
        assertEquals("Bearer one", events.requests().get(0).header("Authorization"));
        assertEquals("Bearer two", events.requests().get(1).header("Authorization"));
        assertEquals("limit=500&wait=0", events.requests().get(1).query());
    }

    @Test
    void aCursorOfAnEarlierLifeIsToldFromEveryOtherTrouble() {
        events.answer(request -> StubServer.Answer.status(410));
        assertThrows(ChangesClient.FeedRestarted.class, () -> client().after("0-1", Duration.ZERO));
        for (int status : new int[] {401, 403, 404, 500, 503}) {
            events.answer(request -> StubServer.Answer.status(status));
            assertEquals(
                    "events-service answered " + status,
                    assertThrows(IOException.class, () -> client().after(null, Duration.ZERO))
                            .getMessage());
        }
        events.answer(request -> StubServer.Answer.json(200, "<html>"));
        assertThrows(IOException.class, () -> client().after(null, Duration.ZERO));
        events.answer(request -> StubServer.Answer.json(200, "{\"items\":[]}"));
        assertThrows(IOException.class, () -> client().after(null, Duration.ZERO));
    }

    private ChangesClient client() {
        return new ChangesClient(new EventsService(events.url(), Optional.empty()));
    }
}
