package org.tocsin.alerts.format;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A message for an incoming webhook of Mattermost: {@code text} in Markdown (16,383 characters at most; this stays far below). In what others
 * wrote, all that Markdown could read is escaped, and no name follows an {@code @}, {@code #}, {@code ~} or {@code :} directly, so that nobody
 * is called, no channel named and no picture put in.
 */
final class MattermostBody {
    private static final int HEADLINE = 600;
    private static final int NOTE = 3_000;
    private static final int FACT = 300;

    /** What begins formats, links, pictures, cells and tags. */
    private static final String MARKDOWN = "\\`*_[]<>|~#";

    /** What begins mentions, channels, hashtags, emoji and addresses. */
    private static final String CALLS = "@~#:";

    private static final Pattern WWW = Pattern.compile("(?i)(www)(?=\\.)");

    /** Looks like nothing, and keeps a mark from its word. */
    private static final String APART = "\u200b";

    private MattermostBody() {}

    static ObjectNode of(ChatMessage message) {
        StringBuilder text = new StringBuilder("#### ")
                .append(escape(Words.cut(Words.line(message.mark() + ": " + message.headline()), HEADLINE)));
        if (!message.note().isEmpty()) {
            // Our own words, with an address to copy.
            text.append("\n").append(Words.cut(Words.line(message.note()), NOTE));
        }
        text.append("\n\n| | |\n|---|---|\n")
                .append(message.facts().stream()
                        .map(fact ->
                                "| " + fact.name() + " | " + escape(Words.cut(Words.line(fact.value()), FACT)) + " |")
                        .collect(Collectors.joining("\n")));
        if (message.link() != null) {
            text.append("\n\n[The evidence, sentence by sentence](")
                    .append(message.link())
                    .append(")");
        }
        return Json.object().put("text", text.toString());
    }

    static String escape(String words) {
        StringBuilder safe = new StringBuilder();
        words.codePoints().forEach(c -> {
            if (MARKDOWN.indexOf(c) >= 0) {
                safe.append('\\');
            }
            safe.appendCodePoint(c);
            if (CALLS.indexOf(c) >= 0) {
                safe.append(APART);
            }
        });
        return WWW.matcher(safe).replaceAll("$1" + APART);
    }
}
