package org.tocsin.ingest.claim.reader;

import java.util.List;
import org.tocsin.ingest.claim.text.Token;

/** Follows double quotation marks through a field, from front to back; a new paragraph ends what was left open. */
final class Quotation {
    private final String content;
    private final List<Token> tokens;
    private int next;
    private boolean open;

    Quotation(String content, List<Token> tokens) {
        this.content = content;
        this.tokens = tokens;
    }

    /** Does the token stand within a quotation? Asked for tokens in their order. */
    boolean isOpenAt(int token) {
        for (; next < token; next++) {
            if (next > 0 && isParagraph(next)) {
                open = false;
            }
            switch (tokens.get(next).text()) {
                case "\u201c" -> open = true;
                case "\u201d" -> open = false;
                case "\"" -> open = !open;
                default -> {
                    // no mark
                }
            }
        }
        return open && !(token > 0 && token < tokens.size() && isParagraph(token));
    }

    private boolean isParagraph(int token) {
        for (int i = tokens.get(token - 1).end(); i < tokens.get(token).start(); i++) {
            if (content.charAt(i) == '\n') {
                return true;
            }
        }
        return false;
    }
}
