package org.tocsin.alerts.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path EXAMPLES = Path.of("..", "docs", "api", "examples");
    private static final String CHANGES = "https://tocsin.example.org/changes/";

    @Test
    void theDocumentedAlertIsTheDocumentedMessageOfSlack() throws Exception {
        assertEquals(
                JSON.readTree(Files.readString(EXAMPLES.resolve("webhook.slack.request.json"))),
                JSON.readTree(Format.SLACK.bodyOf(alert(), CHANGES)));
    }

    @Test
    void theDocumentedAlertIsTheDocumentedMessageOfMattermost() throws Exception {
        assertEquals(
                JSON.readTree(Files.readString(EXAMPLES.resolve("webhook.mattermost.request.json"))),
                JSON.readTree(Format.MATTERMOST.bodyOf(alert(), CHANGES)));
    }

    @Test
    void anEventIsPostedAsItIs() throws Exception {
        assertEquals(alert(), Format.CLOUDEVENTS.bodyOf(alert(), CHANGES));
        assertEquals("application/cloudevents+json", Format.CLOUDEVENTS.mediaType());
        assertEquals("application/json", Format.SLACK.mediaType());
    }

    @Test
    void aChangeOfAListNamesTheActorAndWhatChanged() throws Exception {
        ObjectNode event = (ObjectNode) JSON.readTree(alert());
        ObjectNode change = (ObjectNode) JSON.readTree(Files.readString(EXAMPLES.resolve("sanctions-change.json")));
        ((ObjectNode) event.path("data")).set("change", change);
        AlertInWords words = AlertInWords.of(event);
        assertEquals("Houthis: UN added THE HOUTHIS (YEe.001)", words.headline());
        assertEquals(
                "Houthis: UN added THE HOUTHIS (YEe.001), from 2026-11-23 on. Standing on UN: not listed before, listed now."
                        + " Holds by evidence: Dhamar. Your reference: PO 4711.",
                words.description());
        String slack = Format.SLACK.bodyOf(event.toString(), CHANGES);
        assertTrue(slack.contains("Houthis: UN added THE HOUTHIS (YEe.001)"), slack);
        assertTrue(slack.contains("not listed before, listed now"), slack);
        ObjectNode entry = (ObjectNode) change.path("sanctions").path("entries").path(0);
        entry.put("kind", "AMENDED").putArray("amended").add("NAME").add("ALIAS");
        ((ObjectNode) change.path("sanctions")).put("before", "LISTED");
        assertEquals(
                "Houthis: UN amended name and alias of THE HOUTHIS (YEe.001)",
                AlertInWords.of(event).headline());
        assertTrue(AlertInWords.of(event).description().contains("Standing on UN: listed, as before."));
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"SLACK", "MATTERMOST"})
    void aQuestionShowsItsCode(Format format) {
        String event = """
                {"type": "tocsin.verification", "data": {"challenge": "c", "code": "K7QF-2M9D", "message": "Post the code K7QF-2M9D to https://a.example/x.",
                 "subscription": {"id": "1", "name": "Shipments"}}}""";
        String body = format.bodyOf(event, "");
        assertTrue(body.contains("K7QF-2M9D"), body);
        assertTrue(body.contains("https://a.example/x."), body);
        assertFalse(body.contains("challenge"), body);
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"SLACK", "MATTERMOST"})
    void updatesAndCancellationsSaySo(Format format) throws Exception {
        assertTrue(format.bodyOf(alert("CANCEL", "x"), "").contains("CANCEL"));
        assertTrue(format.bodyOf(alert("CANCEL", "x"), "").contains("taken back: forget it"));
        assertTrue(format.bodyOf(alert("UPDATE", "x"), "").contains("takes further what you were told"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!channel>",
                "<!here|all>",
                "<@U012AB3CD>",
                "<https://evil.example|click>",
                "&lt;!channel&gt;",
                "@channel",
                "@all",
                "[click](https://evil.example)",
                "![x](https://evil.example/x.png)",
                "*bold* _it_ `code` ~town-square #tag",
                "a | b | c",
                "line\nbreak\r\n# heading",
                "\u202eesrever",
                "www.evil.example",
            })
    void nobodyIsCalledAndNothingIsMarkedByOtherPeoplesWords(String words) throws Exception {
        String slack = Format.SLACK.bodyOf(alert("ALERT", words), CHANGES);
        String own = "<https://tocsin.example.org/changes/2ee79412-f86e-3810-84b9-bba27e769c7c|";
        assertFalse(slack.replace(own, "").contains("<"), slack);
        assertFalse(slack.contains("\u202e"), slack);
        String mattermost = JSON.readTree(Format.MATTERMOST.bodyOf(alert("ALERT", words), CHANGES))
                .path("text")
                .asText();
        assertFalse(mattermost.matches("(?s).*(?<!\\\\)[*_`].*"), mattermost);
        assertFalse(mattermost.matches("(?s).*@\\w.*"), mattermost);
        assertFalse(mattermost.contains("](https://evil"), mattermost);
        assertFalse(mattermost.contains("www.evil"), mattermost);
        assertFalse(mattermost.contains("# heading\n"), mattermost);
        String row = mattermost
                .lines()
                .filter(line -> line.contains("To |"))
                .findFirst()
                .orElseThrow();
        assertEquals(3, row.replace("\\|", "").chars().filter(c -> c == '|').count(), row);
    }

    @Test
    void aMessageStaysWithinTheLimitsHoweverLongItsWordsAre() throws Exception {
        String words = "<&>\ud83d\ude00".repeat(2_000);
        JsonNode slack = JSON.readTree(Format.SLACK.bodyOf(alert("ALERT", words), CHANGES));
        assertTrue(slack.path("text").asText().length() <= 3_000);
        for (JsonNode block : slack.path("blocks")) {
            int most = block.path("type").asText().equals("header") ? 150 : 3_000;
            assertTrue(block.path("text").path("text").asText().length() <= most);
            block.path("fields")
                    .forEach(field -> assertTrue(field.path("text").asText().length() <= 2_000));
        }
        JsonNode mattermost = JSON.readTree(Format.MATTERMOST.bodyOf(alert("ALERT", words), CHANGES));
        assertTrue(mattermost.path("text").asText().length() <= 16_383);
        assertFalse(slack.toString().contains("\\ud83d\""), "half a character");
    }

    private static String alert() throws Exception {
        return Files.readString(EXAMPLES.resolve("webhook.request.json"));
    }

    private static String alert(String message, String words) throws Exception {
        ObjectNode event = (ObjectNode) JSON.readTree(alert());
        event.withObject("/data/alert").put("message", message).put("reference", words);
        event.withObject("/data/alert/subscription").put("name", words);
        event.withObject("/data/change/place").put("name", words);
        event.withObject("/data/change/to").put("name", words);
        return JSON.writeValueAsString(event);
    }
}
