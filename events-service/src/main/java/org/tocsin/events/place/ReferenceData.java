package org.tocsin.events.place;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.tocsin.reference.ActorLinks;
import org.tocsin.reference.Actors;
import org.tocsin.reference.Countries;
import org.tocsin.reference.Places;

/** The places, countries and actors that came with this release, loaded once. */
@ApplicationScoped
public class ReferenceData {
    @Produces
    @Singleton
    Places places() {
        return Places.load();
    }

    @Produces
    @Singleton
    Countries countries() {
        return Countries.load();
    }

    @Produces
    @Singleton
    Actors actors(Countries countries) {
        return Actors.load(countries);
    }

    @Produces
    @Singleton
    ActorLinks links(Actors actors) {
        return ActorLinks.load(actors);
    }
}
