package org.tocsin.service.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StrictJsonTest {
    enum Kind {
        ONE,
        TWO
    }

    record Body(
            @Nullable String text,
            @Nullable Kind kind,
            @Nullable Boolean flag,
            @Nullable Integer count,
            @Nullable Instant at,
            @Nullable List<Body> more) {}

    private final ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());

    StrictJsonTest() {
        new StrictJson().customize(json);
    }

    @Test
    void whatIsMeantIsRead() throws JsonProcessingException {
        Body body = json.readValue(
                "{\"text\":\"\\ud83d\\udd14\",\"kind\":\"TWO\",\"flag\":true,\"count\":3,\"at\":\"2014-06-16T18:30:00+03:00\"}",
                Body.class);
        assertEquals(new Body("\uD83D\uDD14", Kind.TWO, true, 3, Instant.parse("2014-06-16T15:30:00Z"), null), body);
    }

    @Test
    void whatIsNotMeantIsRefusedAndNamed() {
        refused("{\"more\":[{},{\"nothing\":1}]}", "more[1].nothing");
        refused("{\"kind\":1}", "kind");
        refused("{\"kind\":\"1\"}", "kind");
        refused("{\"kind\":\"THREE\"}", "kind");
        refused("{\"flag\":1}", "flag");
        refused("{\"flag\":\"true\"}", "flag");
        refused("{\"count\":\"3\"}", "count");
        refused("{\"count\":1.5}", "count");
        refused("{\"text\":5}", "text");
        refused("{\"text\":\"\\ud83d\"}", "text");
        refused("{\"at\":5}", "at");
        refused("{\"at\":\"yesterday\"}", "at");
    }

    @Test
    void aDoubledFieldIsMalformed() {
        JsonProcessingException e = assertThrows(
                JsonProcessingException.class, () -> json.readValue("{\"text\":\"a\",\"text\":\"b\"}", Body.class));
        assertEquals("urn:tocsin:problem:malformed-json", JsonProblem.of(e).type());
    }

    private void refused(String text, String field) {
        JsonProcessingException e =
                assertThrows(JsonProcessingException.class, () -> json.readValue(text, Body.class), text);
        assertEquals(field, JsonProblem.of(e).errors().get(0).field(), text);
    }
}
