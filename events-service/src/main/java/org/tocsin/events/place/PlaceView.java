package org.tocsin.events.place;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tocsin.reference.Place;

/**
 * A place as answers show it.
 *
 * @param id GeoNames id, or {@code x<number>} of the project's supplement
 * @param country ISO 3166-1 alpha-2
 * @param admin1 GeoNames code of the first-level division; empty where there is none
 * @param latitude degrees north, WGS 84
 * @param longitude degrees east, WGS 84
 */
@Schema(name = "Place")
public record PlaceView(
        @Schema(examples = "99072") String id,
        @Schema(examples = "Mosul") String name,
        @Schema(examples = "IQ") String country,
        @Schema(examples = "IQ.15") String admin1,
        @Schema(examples = "36.335") double latitude,
        @Schema(examples = "43.11889") double longitude) {
    public static PlaceView of(Place place) {
        return new PlaceView(
                place.id(), place.name(), place.country(), place.admin1(), place.latitude(), place.longitude());
    }
}
