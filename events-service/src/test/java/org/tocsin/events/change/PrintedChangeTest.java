package org.tocsin.events.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.events.actor.Party;
import org.tocsin.events.change.Explanation.ExplainedChange;
import org.tocsin.events.event.DatePrecision;
import org.tocsin.events.event.EventType;
import org.tocsin.events.event.EventView;
import org.tocsin.events.event.Extent;
import org.tocsin.events.event.Stance;
import org.tocsin.events.publisher.Grade;
import org.tocsin.events.publisher.Publishers.Publisher;

class PrintedChangeTest {
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());
    private static final Path EXAMPLES = Path.of("..", "docs", "api", "examples");
    private static final String DOCS = "https://docs.example/tocsin/";

    @Test
    void theExampleIsWhatTheProgramPrints() throws IOException {
        String page = PrintedChange.of(example(DOCS));
        assertEquals(Files.readString(EXAMPLES.resolve("change.response.html")), page + "\n");
        assertTrue(page.startsWith(ChangeExamples.PRINTED), page);
    }

    @Test
    void theWordsOfTheExampleAreThoseOfTheProgram() throws JsonProcessingException {
        JsonNode explanation = JSON.readTree(ChangeExamples.EXPLAINED).path("explanation");
        assertEquals(
                ChangeWords.of(change(), explanation.path("rule").asText(), List.of(event()), List.of()),
                explanation.path("words").asText());
    }

    @Test
    void theRulesAreASectionOfTheDocs() throws IOException {
        assertEquals("/control.md#3-the-rules", PrintedChange.RULES);
        assertTrue(Files.readString(Path.of("..", "docs", "control.md")).contains("\n## 3. The rules\n"));
        String without = PrintedChange.of(example(""));
        assertTrue(without.contains("section 3 of docs/control.md"), without);
        assertTrue(PrintedChange.of(example("ftp://docs.example")).contains("section 3 of docs/control.md"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JaVaScRiPt://wire.example/%0aalert(1)",
                "data:text/html,x",
                "//wire.example/1",
                "/1",
                "http:wire",
                "https://",
                "https://wire example/1",
                "https://bank.example@evil.example/",
                "https://wire.example/\" onclick=\"x",
                "ftp://wire.example/1",
            })
    void onlyPagesOfTheWebAreLinked(String address) {
        assertNull(Html.safe(address));
    }

    @Test
    void charactersThatMayNotStandInHtmlAreReplaced() {
        assertEquals(
                "a\uFFFDb\n\t\uFFFD\uFFFD\uFFFD \u202E", Html.clean("a\u0001b\n\t\u0085\uFFFE\uDBFF\uDFFF \u202E"));
        assertEquals("https://wire.example/%C3%A9?a=1&b=2", Html.safe("https://wire.example/\u00E9?a=1&b=2"));
    }

    private static Printable example(String docs) throws JsonProcessingException {
        ChangeView change = change();
        EventView event = event();
        return new Printable(
                new ExplainedChange(change, new Explanation("taken", "", List.of(event), List.of(), null, List.of())),
                Map.of(event.id(), "Islamic State fighters seized Mosul from the army on Tuesday."),
                Map.of("example-wire", new Publisher("Example Wire", Grade.B, false)),
                event,
                null,
                List.of(),
                "Iraq",
                "Nineveh",
                docs,
                Instant.parse("2026-11-24T09:00:00Z"),
                "0.1.0");
    }

    private static ChangeView change() throws JsonProcessingException {
        return JSON.treeToValue(JSON.readTree(ChangeExamples.PAGE).path("items").get(0), ChangeView.class);
    }

    private static EventView event() {
        return new EventView(
                "0b9f3c52-6a0e-4f43-9a3e-6d1a3c1f0a11-1-0-0",
                EventType.TERRITORY_SEIZED,
                EventType.TERRITORY_SEIZED.codes(),
                Stance.ASSERTED,
                true,
                Extent.WHOLE,
                0.93,
                null,
                new Party("islamic-state", "Islamic State"),
                new Party("government-of-iq", "Government of Iraq"),
                null,
                LocalDate.parse("2014-06-10"),
                DatePrecision.DAY,
                "{}",
                "[]",
                new EventView.ReportView(
                        "0b9f3c52-6a0e-4f43-9a3e-6d1a3c1f0a11",
                        "example-wire",
                        "Militants seize Mosul",
                        "https://wire.example/2014/06/10/mosul",
                        Instant.parse("2014-06-10T15:30:00Z"),
                        null),
                Instant.parse("2026-11-23T15:00:00.123456Z"),
                EventView.Status.ACTIVE,
                true,
                null);
    }
}
