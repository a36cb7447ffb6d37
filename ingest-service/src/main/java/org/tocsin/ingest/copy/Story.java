package org.tocsin.ingest.copy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.tocsin.ingest.claim.text.Opening;
import org.tocsin.ingest.claim.text.Sentences;
import org.tocsin.ingest.claim.text.Token;
import org.tocsin.ingest.claim.text.Tokens;

/**
 * What of a report is compared with others: its text without headline, dateline and what sites write around a story.
 *
 * @param lines the sentences in order
 * @param facts what was read in it
 */
public record Story(Instant publishedAt, List<Line> lines, List<Fact> facts) {
    /** Nothing behind this many characters is looked at: a news story is over by then. */
    public static final int LONGEST = 20_000;

    private static final int LONGEST_HEADING = 12;

    /** The same six words two reporters can find. */
    private static final int SHORTEST = 6;

    public Story {
        lines = List.copyOf(lines);
        facts = List.copyOf(facts);
    }

    /** @param text as stored */
    public static Story of(String text, Instant publishedAt, Collection<Fact> facts) {
        String start = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        List<Token> tokens = Tokens.of(start);
        List<Line> lines = new ArrayList<>();
        List<Line> headings = new ArrayList<>();
        for (Sentences.Range range : Sentences.of(start, tokens)) {
            List<Token> sentence = tokens.subList(range.start(), range.end());
            Line line = Line.of(tokens.subList(Opening.bodyOf(tokens, range), range.end()));
            if (line.size() > 1 && !Boilerplate.is(sentence)) {
                (isHeading(sentence) ? headings : lines).add(line);
            }
        }
        return new Story(publishedAt, lines.isEmpty() ? headings : lines, List.copyOf(facts));
    }

    /** How many words are compared. */
    public int size() {
        return lines.stream().mapToInt(Line::size).sum();
    }

    /** Whether it has so few words that it is a copy of nothing, and nothing of it. */
    boolean isTooShort() {
        return size() < SHORTEST;
    }

    /** The sentence that the story begins with: the first that names somebody or some place, for no news is without a name. */
    Line lead() {
        return lines.stream()
                .filter(line -> !line.names().isEmpty())
                .findFirst()
                .orElseGet(() -> lines.get(0));
    }

    /** A few words without an end: a heading, a place in a menu, the headline of another story. */
    private static boolean isHeading(List<Token> sentence) {
        Token last = sentence.get(sentence.size() - 1);
        return sentence.size() <= LONGEST_HEADING
                && last.isWord()
                && !last.text().endsWith(".");
    }
}
