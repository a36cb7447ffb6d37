package org.tocsin.alerts.format;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A message for an incoming webhook of Slack: {@code text} for notifications and old clients, {@code blocks} for the rest (Block Kit: a
 * header of 150 characters, sections of 3,000, ten fields of 2,000). Everything that others wrote stands in {@code plain_text} and is escaped: only
 * {@code &}, {@code <} and {@code >} have a meaning there, and with them mentions such as {@code <!channel>} and {@code <@U1>} are made.
 */
final class SlackBody {
    private static final int HEADER = 150;
    private static final int TEXT = 3_000;
    private static final int FIELD = 300;
    private static final int MOST_FIELDS = 10;

    private SlackBody() {}

    static ObjectNode of(ChatMessage message) {
        ObjectNode body = Json.object();
        String line = message.mark() + ": " + message.headline();
        body.put("text", fit(line, TEXT));
        ArrayNode blocks = body.putArray("blocks");
        ObjectNode header = blocks.addObject().put("type", "header");
        plain(header.putObject("text"), line, HEADER);
        if (!message.note().isEmpty()) {
            ObjectNode note = blocks.addObject().put("type", "section");
            plain(note.putObject("text"), message.note(), TEXT);
        }
        ArrayNode fields = blocks.addObject().put("type", "section").putArray("fields");
        message.facts().stream()
                .limit(MOST_FIELDS)
                .forEach(fact -> plain(fields.addObject(), fact.name() + ": " + fact.value(), FIELD));
        if (message.link() != null) {
            ObjectNode link = blocks.addObject().put("type", "section");
            link.putObject("text")
                    .put("type", "mrkdwn")
                    .put("text", "<" + escape(message.link()) + "|The evidence, sentence by sentence>");
        }
        return body.put("unfurl_links", false).put("unfurl_media", false);
    }

    private static void plain(ObjectNode text, String words, int most) {
        text.put("type", "plain_text").put("text", fit(words, most)).put("emoji", false);
    }

    /** Escaped and then at most so long. */
    static String fit(String words, int most) {
        String line = Words.line(words);
        int length = most;
        String escaped = escape(Words.cut(line, length));
        while (escaped.length() > most) {
            length -= Math.max(1, (escaped.length() - most) / 4);
            escaped = escape(Words.cut(line, length));
        }
        return escaped;
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
