package org.tocsin.ingest.claim;

import org.jspecify.annotations.Nullable;

/** A party or a source: a known one by its slug, or one that the text only describes, with a null id and the words of the text. */
public record ActorName(@Nullable String id, String name) {
    public static ActorName described(String words) {
        return new ActorName(null, words);
    }
}
