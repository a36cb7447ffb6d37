package org.tocsin.events.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tocsin.events.Calls.json;
import static org.tocsin.events.Calls.put;
import static org.tocsin.events.Calls.report;
import static org.tocsin.events.Calls.taking;
import static org.tocsin.events.Calls.tree;
import static org.tocsin.events.Calls.uuid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.events.Calls;
import org.tocsin.testing.PostgresAndKeys;

/** The claims of the founding report, as the story test expects them of the reader, and what follows from them. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class FoundingReportTest {
    private static final Path CLAIMS = Path.of("../deploy/local/src/test/resources/story/founding-claims.json");
    /** Tal Afar, Muqdadiyah, Dujail, Hasakeh, Samarra: the places of the report that no other test writes about. */
    private static final List<String> PLACES = List.of("90393", "99062", "99759", "173811", "91597");

    @Test
    void itsClaimsMakeTheExpectedChangesAndNoOthers() throws IOException {
        String id = uuid();
        ObjectNode said = report("tigris-wire", "2014-06-16T15:30:00Z", 1);
        int count = 0;
        for (JsonNode claim : tree(Files.readString(CLAIMS))) {
            ObjectNode event = taking(said, id + "-1-" + count++ + "-0", "99072", "islamic-state", "2014-06-16");
            claim.fieldNames().forEachRemaining(name -> {
                if (!name.equals("field") && !name.equals("trigger")) {
                    event.set(name, claim.path(name));
                }
            });
        }
        String start = json("/changes?after=now").path("next").asText();
        JsonNode answer =
                tree(put(id, said.toString()).statusCode(200).extract().asString());
        answer.path("items")
                .forEach(item -> assertEquals("STORED", item.path("outcome").asText(), item.toString()));

        List<String> changes = new ArrayList<>();
        for (JsonNode change : json("/changes?after=" + start).path("items")) {
            if (PLACES.contains(change.path("place").path("id").asText())) {
                changes.add(change.path("place").path("id").asText() + " "
                        + change.path("kind").asText() + " "
                        + change.path("from").path("id").asText() + " -> "
                        + change.path("to").path("id").asText() + " "
                        + change.path("after").path("assurance").asText()
                        + (change.path("current").asBoolean() ? " current" : ""));
            }
        }
        assertEquals(
                List.of(
                        "90393 CONTESTED government-of-iq -> islamic-state CLAIMED current",
                        "99062 ASSURANCE_CHANGED government-of-iq -> government-of-iq CLAIMED current",
                        "99759 ASSURANCE_CHANGED government-of-iq -> government-of-iq CLAIMED current"),
                changes);
        ArrayNode parties =
                (ArrayNode) json("/places/90393/control?at=2014-06-20").path("parties");
        assertEquals(Calls.tree("""
                [{"actor":{"id":"government-of-iq","name":"Government of Iraq"},"extent":"MOST"},
                 {"actor":{"id":"islamic-state","name":"Islamic State"},"extent":null}]
                """), parties);
        // Mosul and Tikrit belong to other tests, which may come after this one.
        put(id, report("tigris-wire", "2014-06-16T15:30:00Z", 2).toString()).statusCode(200);
    }
}
