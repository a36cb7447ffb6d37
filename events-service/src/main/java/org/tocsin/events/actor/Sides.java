package org.tocsin.events.actor;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.reference.Actor;
import org.tocsin.reference.Actors;

/** Names of actors, and on whose side they stand. */
@Singleton
public class Sides {
    private final Actors actors;
    private final Merges merges;

    Sides(Actors actors, Merges merges) {
        this.actors = actors;
        this.merges = merges;
    }

    public boolean knows(String id) {
        return actors.byId(id).isPresent();
    }

    /** The actor under its own name; a described one under the words that describe it; null for neither. */
    public @Nullable Party party(@Nullable String id, @Nullable String name) {
        if (id == null) {
            return name == null || name.isBlank() ? null : new Party(null, name);
        }
        return actors.byId(id).map(Sides::party).orElse(new Party(id, name == null ? id : name));
    }

    /** On whose side each actor stands, with the merges that were known then; empty for now. */
    public Alignment alignment(Optional<Instant> knownAt) {
        return new Alignment(actors, merges.asOf(knownAt));
    }

    /** The recognised government of a country, which holds its places as long as nothing else is known. */
    public Optional<String> governmentOf(String country) {
        return actors.byId("government-of-" + country.toLowerCase(Locale.ROOT)).map(Actor::id);
    }

    static Party party(Actor actor) {
        return new Party(actor.id(), actor.name());
    }
}
