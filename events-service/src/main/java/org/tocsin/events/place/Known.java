package org.tocsin.events.place;

import org.tocsin.reference.Place;
import org.tocsin.reference.Places;
import org.tocsin.service.problem.Problem;
import org.tocsin.service.problem.ProblemKind;

/** A place named in an address. */
public final class Known {
    public static final String PLACE = "x?[0-9]{1,18}";
    public static final String PLACE_MESSAGE = "must be a GeoNames id or x and a number";

    private Known() {}

    /** The place, or a problem NOT_FOUND. */
    public static Place place(Places places, String id) {
        return places.byId(id).orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND, "There is no place with this id.")
                .asException());
    }
}
