package org.tocsin.ingest.claim.reader;

import java.util.List;
import org.tocsin.ingest.claim.mention.Mentions;
import org.tocsin.ingest.claim.mention.Surroundings;
import org.tocsin.ingest.claim.text.Sentences;
import org.tocsin.ingest.claim.text.Token;

/** A title or a text, with its words and names. */
record Field(String name, String content, List<Token> tokens, Mentions mentions, List<Sentences.Range> sentences) {
    Field supportedBy(Surroundings report) {
        return new Field(name, content, tokens, mentions.supportedBy(report), sentences);
    }
}
