package org.tocsin.ingest.claim.mention;

import org.jspecify.annotations.Nullable;

/** The names of a text, by the tokens that they cover. */
public final class Mentions {
    private final @Nullable Mention[] byToken;

    Mentions(@Nullable Mention[] byToken) {
        this.byToken = byToken;
    }

    /** The name that covers the token, or null. */
    public @Nullable Mention at(int token) {
        return byToken[token];
    }

    int size() {
        return byToken.length;
    }
}
