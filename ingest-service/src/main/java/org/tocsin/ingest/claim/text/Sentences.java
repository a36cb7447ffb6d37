package org.tocsin.ingest.claim.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Cuts a tokenised text into sentences: at full stops that end one, at blank lines, after a short line (a heading), and at every line end of a text whose
 * lines are paragraphs. A run of more than {@value #LONGEST} tokens is cut, so that one sentence costs a bounded time.
 */
public final class Sentences {
    private static final int LONGEST = 120;
    private static final int SHORT_LINE = 50;
    /** No text that is wrapped by hand or by a mailer has a line so long. */
    private static final int UNWRAPPED = 160;

    private static final Set<String> ENDS = Set.of(".", "!", "?", "..", "...", "\u2026", "\u3002");
    private static final Set<String> CLOSERS = Set.of("\"", "\u201d", "'", "\u2019", ")", "]", "\u00bb");

    private Sentences() {}

    /** From token {@code start} up to but not including {@code end}. */
    public record Range(int start, int end) {}

    public static List<Range> of(String text, List<Token> tokens) {
        List<Range> ranges = new ArrayList<>();
        boolean paragraphs = text.lines().anyMatch(line -> line.length() > UNWRAPPED);
        int start = 0;
        int lineStart = 0;
        for (int i = 0; i < tokens.size(); i++) {
            boolean last = i + 1 == tokens.size();
            int newlines = last
                    ? 2
                    : newlinesBetween(
                            text, tokens.get(i).end(), tokens.get(i + 1).start());
            boolean lineEnds = newlines == 1
                    && (paragraphs
                            || tokens.get(i).end() - tokens.get(lineStart).start() < SHORT_LINE);
            if (newlines > 0) {
                lineStart = i + 1;
            }
            if (newlines >= 2 || lineEnds || i - start + 1 >= LONGEST || endsSentence(tokens, start, i)) {
                ranges.add(new Range(start, i + 1));
                start = i + 1;
            }
        }
        return ranges;
    }

    private static boolean endsSentence(List<Token> tokens, int start, int i) {
        Token token = tokens.get(i);
        Token next = tokens.get(i + 1);
        if (CLOSERS.contains(token.text())) {
            return i > start
                    && ENDS.contains(tokens.get(i - 1).text())
                    && !CLOSERS.contains(next.text())
                    && startsSentence(next);
        }
        if (ENDS.contains(token.text())) {
            return !CLOSERS.contains(next.text()) && startsSentence(next);
        }
        // "in the U.S. The army": an abbreviation that also ends a sentence, when a word follows that begins one
        return token.text().endsWith(".")
                && token.text().indexOf('.') < token.text().length() - 1
                && BEGINNERS.contains(next.text());
    }

    private static final Set<String> BEGINNERS = Set.of(
            "The", "A", "An", "In", "On", "At", "It", "He", "She", "They", "But", "This", "That", "There", "After");

    private static boolean startsSentence(Token next) {
        int first = next.text().codePointAt(0);
        return !Character.isLowerCase(first) && first != ',' && first != ';';
    }

    private static int newlinesBetween(String text, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == '\n') {
                count++;
            }
        }
        return count;
    }
}
