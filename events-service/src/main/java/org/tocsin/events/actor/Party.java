package org.tocsin.events.actor;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An actor as answers show it.
 *
 * @param id slug; null for one that was only described ("militants")
 * @param name the actor's name, or the words that describe it
 */
public record Party(@Schema(nullable = true) @Nullable String id, String name) {
    /** Whether it is a government, which holds by right where nobody else does. */
    public boolean government() {
        return id != null && id.startsWith("government-of-");
    }

    public boolean described() {
        return id == null;
    }

    /** What tells it from others: the slug, or the describing words. */
    public String key() {
        return id == null ? "~" + name : id;
    }
}
