package org.tocsin.reference;

/** The data, loaded once for all tests. */
final class Loaded {

    static final Places PLACES = Places.load();
    static final Countries COUNTRIES = Countries.load();
    static final Actors ACTORS = Actors.load(COUNTRIES);

    private Loaded() {}
}
