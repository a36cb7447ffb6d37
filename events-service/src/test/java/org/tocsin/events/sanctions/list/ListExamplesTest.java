package org.tocsin.events.sanctions.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tocsin.events.Calls.json;
import static org.tocsin.events.Calls.tree;
import static org.tocsin.events.sanctions.format.SampleFiles.un;
import static org.tocsin.events.sanctions.format.SampleFiles.unEntity;
import static org.tocsin.events.sanctions.list.ListCalls.release;
import static org.tocsin.events.sanctions.list.ListCalls.settled;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.testing.PostgresAndKeys;

/** What the API document shows is what the program answers. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class ListExamplesTest {
    /** The first day of the example, which is told as of today so that it is news. */
    private static final LocalDate EXAMPLE = LocalDate.of(2026, 3, 1);

    private final LocalDate first = LocalDate.now(ZoneOffset.UTC).minusDays(3);

    @Test
    void theExamplesAreWhatIsAnswered() {
        ListTables.empty();
        String front = "<ENTITY_ALIAS><QUALITY>a.k.a.</QUALITY><ALIAS_NAME>Jabhat al-Mina</ALIAS_NAME></ENTITY_ALIAS>"
                + "<ENTITY_ADDRESS><STREET>Port Quay 1</STREET><COUNTRY>Freedonia</COUNTRY></ENTITY_ADDRESS>"
                + "<COMMENTS1>Operates in the harbour.</COMMENTS1>";
        String fewer = front + "<LAST_DAY_UPDATED><VALUE>2017-06-07</VALUE></LAST_DAY_UPDATED>";
        String more = front + "<LAST_DAY_UPDATED><VALUE>" + first + "</VALUE></LAST_DAY_UPDATED>"
                + "<ENTITY_ALIAS><QUALITY>f.k.a.</QUALITY><ALIAS_NAME>Dockside Brigade</ALIAS_NAME></ENTITY_ALIAS>";
        String other = unEntity("XAe.002", "QUAY COMPANY", "");
        settled("UN", un(day(0), unEntity("XAe.001", "HARBOUR FRONT (HF)", fewer), other), "");
        same(
                ListExamples.IN_FORCE,
                settled("UN", un(day(1), unEntity("XAe.001", "HARBOUR FRONT (HF)", more), other), ""));
        same(ListExamples.CHANGES, json("/sanctions-lists/UN/changes"));
        same(ListExamples.ENTRY, json("/sanctions-lists/UN/entries/XAe.001"));
        same(ListExamples.QUARANTINED, settled("UN", un(day(2), unEntity("XAe.001", "HARBOUR FRONT (HF)", more)), ""));
        same(ListExamples.LIST, json("/sanctions-lists/UN"));
        same(
                tree(ListExamples.LISTS).path("items").path(0),
                json("/sanctions-lists").path("items").path(2));
        JsonNode versions = json("/sanctions-lists/UN/versions");
        same(
                tree(ListExamples.VERSIONS).path("items").path(0),
                versions.path("items").path(0));
        same(
                tree(ListExamples.VERSIONS).path("items").path(1),
                versions.path("items").path(1));
        String released = release(
                        "UN", "3", tree(ListExamples.RELEASE).path("reason").asText())
                .statusCode(200)
                .extract()
                .asString();
        same(ListExamples.RELEASED, tree(released));
    }

    private String day(int later) {
        return first.plusDays(later).toString();
    }

    private void same(String example, JsonNode answer) {
        same(tree(example), answer);
    }

    private void same(JsonNode example, JsonNode answer) {
        assertEquals(told(example, EXAMPLE), told(answer, first), answer::toPrettyString);
    }

    /** Days counted from the first one, without what is never the same. */
    private static JsonNode told(JsonNode node, LocalDate day) {
        JsonNode copy = node.deepCopy();
        for (String field : List.of("sha256", "size", "receivedAt", "receivedBy", "at", "by", "ageDays")) {
            copy.findParents(field).forEach(parent -> ((ObjectNode) parent).remove(field));
        }
        for (JsonNode change : copy.path("items")) {
            if (change.has("amended") && change.has("before")) {
                ((ObjectNode) change).remove("id");
            }
        }
        String text = copy.toString();
        for (int i = 0; i < 4; i++) {
            text = text.replace(day.plusDays(i).toString(), "day " + i);
        }
        return tree(text);
    }
}
