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

    /**
     * Without the places that only sound like a name of the gazetteer, unless they lie in a country that the report is about. An unknown town is better
     * left unknown than moved to another country.
     */
    public Mentions supportedBy(Surroundings report) {
        @Nullable Mention[] kept = byToken.clone();
        for (int i = 0; i < kept.length; i++) {
            if (kept[i] instanceof Mention.OfPlace named && !named.exact()) {
                kept[i] = report.supported(named);
            }
        }
        return new Mentions(kept);
    }

    int size() {
        return byToken.length;
    }
}
