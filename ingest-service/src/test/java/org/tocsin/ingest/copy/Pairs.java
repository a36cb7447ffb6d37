package org.tocsin.ingest.copy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a collection of pairs; how it is written stands at the top of {@code development.txt}. */
final class Pairs {
    private static final Pattern PIECE = Pattern.compile("\\{(\\d+)(?:-(\\d+))?((?:~[^~}]*~[^~}]*)*)}");

    private Pairs() {}

    /** One report of the collection. */
    record Text(String publisher, Instant publishedAt, String title, String text) {}

    /** Two reports and whether the later is a near copy of the earlier. */
    record Pair(String name, Text story, Text other, boolean copy) {
        Text earlier() {
            return other.publishedAt().isBefore(story.publishedAt()) ? other : story;
        }

        Text later() {
            return other.publishedAt().isBefore(story.publishedAt()) ? story : other;
        }
    }

    static List<Pair> in(String file) {
        List<Pair> pairs = new ArrayList<>();
        Text story = null;
        String name = "";
        List<String> sentences = List.of();
        for (String block : ("\n" + read(file)).split("\n(?=== |-- )")) {
            String[] lines = block.strip().split("\n");
            if (!lines[0].startsWith("== ") && !lines[0].startsWith("-- ")) {
                continue;
            }
            String[] head = lines[0].substring(3).split("\\s*\\|\\s*");
            List<String> body = List.of(lines).subList(1, lines.length);
            if (lines[0].startsWith("== ")) {
                name = head[0];
                sentences = body;
                story = new Text(head[1], Instant.parse(head[2]), head[3], String.join("\n\n", sentences));
            } else {
                List<String> from = sentences;
                String text = String.join(
                        "\n\n", body.stream().map(line -> filled(line, from)).toList());
                Text other = new Text(head[1], Instant.parse(head[2]), head[3], text);
                pairs.add(new Pair(
                        name + ": " + head[0], Objects.requireNonNull(story), other, head[0].startsWith("copy")));
            }
        }
        return pairs;
    }

    private static String filled(String line, List<String> sentences) {
        return PIECE.matcher(line).replaceAll(m -> Matcher.quoteReplacement(piece(m, sentences)));
    }

    private static String piece(java.util.regex.MatchResult piece, List<String> sentences) {
        int from = Integer.parseInt(piece.group(1));
        int to = piece.group(2) == null ? from : Integer.parseInt(piece.group(2));
        String text = String.join(" ", sentences.subList(from - 1, to));
        String[] edits = piece.group(3).split("~", -1);
        for (int i = 1; i + 1 < edits.length; i += 2) {
            if (!text.contains(edits[i])) {
                throw new IllegalArgumentException("'" + edits[i] + "' is not in '" + text + "'");
            }
            text = text.replace(edits[i], edits[i + 1]);
        }
        return text;
    }

    private static String read(String file) {
        try (InputStream in = Objects.requireNonNull(Pairs.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
