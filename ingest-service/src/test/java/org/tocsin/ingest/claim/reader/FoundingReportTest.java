package org.tocsin.ingest.claim.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tocsin.ingest.claim.ActorName;
import org.tocsin.ingest.claim.Claim;
import org.tocsin.ingest.claim.Evidence.Span;
import org.tocsin.ingest.claim.Text;

class FoundingReportTest {
    private static final Path LOCAL = Path.of("..", "deploy", "local", "src");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theFoundingReportGivesExactlyItsClaims() throws IOException {
        JsonNode report = read("main/resources/sample/founding-report.json");
        List<Claim> claims = Shared.READER
                .read(new Text(
                        report.get("title").asText(),
                        report.get("text").asText(),
                        Instant.parse(report.get("publishedAt").asText())))
                .claims();
        ArrayNode found = JSON.createArrayNode();
        claims.forEach(claim -> found.add(shown(claim, report)));
        JsonNode expected = read("test/resources/story/founding-claims.json");
        assertEquals(
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(expected),
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(found));
    }

    private static JsonNode read(String file) throws IOException {
        return JSON.readTree(Files.readString(LOCAL.resolve(file)));
    }

    private static ObjectNode shown(Claim claim, JsonNode report) {
        ObjectNode node = JSON.createObjectNode();
        String field = claim.evidence().field();
        node.put("field", field);
        node.put("trigger", quoted(report.get(field).asText(), claim.evidence().trigger()));
        node.put("type", claim.type().name());
        node.put("stance", claim.stance().name());
        node.put("changesHands", claim.changesHands());
        node.put("extent", claim.extent().name());
        if (claim.place() == null) {
            node.putNull("place");
        } else {
            node.putObject("place")
                    .put("id", claim.place().id())
                    .put("name", claim.place().name());
        }
        actor(node, "actor", claim.actor());
        actor(node, "target", claim.target());
        actor(node, "claimant", claim.claimant());
        node.put("occurredOn", claim.occurredOn().toString());
        node.put("datePrecision", claim.datePrecision().name());
        return node;
    }

    private static void actor(ObjectNode node, String key, @Nullable ActorName actor) {
        if (actor == null) {
            node.putNull(key);
        } else {
            node.putObject(key).put("id", actor.id()).put("name", actor.name());
        }
    }

    private static String quoted(String text, Span span) {
        return text.substring(text.offsetByCodePoints(0, span.start()), text.offsetByCodePoints(0, span.end()));
    }
}
