package org.tocsin.ingest.claim.reader;

import java.util.List;
import org.tocsin.ingest.claim.clause.Words;
import org.tocsin.ingest.claim.text.Sentences;
import org.tocsin.ingest.claim.text.Token;

/**
 * One sentence of a field.
 *
 * @param body first token after a dateline or a heading with a colon
 * @param quoted it stands within a quotation that a sentence before it opened
 * @param number counted from the first of the title
 */
record Sentence(Field field, Sentences.Range range, int body, boolean quoted, int number) {
    /** So many words without a mark at their end are told like a headline. */
    private static final int HEADLINE = 20;

    List<Token> tokens() {
        return field.tokens().subList(range.start(), range.end());
    }

    /** @param tags of its tokens, or none where only its names matter */
    Words words(List<String> tags) {
        return new Words(
                        field.content(),
                        field.tokens(),
                        field.mentions(),
                        range.start(),
                        range.end(),
                        tags,
                        isToldLikeHeadline())
                .quoted(quoted);
    }

    /** A title, or a short line without a mark at its end. */
    private boolean isToldLikeHeadline() {
        Token last = field.tokens().get(range.end() - 1);
        boolean ends = !last.isWord()
                && !last.text().equals(")")
                && !last.text().equals("'")
                && !last.text().equals("\u2019");
        return field.name().equals("title") || (!ends && range.end() - range.start() <= HEADLINE);
    }
}
