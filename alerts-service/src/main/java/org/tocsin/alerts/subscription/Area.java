package org.tocsin.alerts.subscription;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.alerts.change.Change;

/** The part of the earth that a filter is about: its countries, regions, box and circle. */
public final class Area {
    private static final double EARTH_RADIUS_KM = 6_371.0088;

    private Area() {}

    /** Whether the place lies in all that is given; a change without a place lies only in a filter without any. */
    public static boolean covers(Filter filter, Change.@Nullable Place place) {
        return (filter.countries().isEmpty()
                        || (place != null && filter.countries().contains(place.country())))
                && (filter.regions().isEmpty()
                        || (place != null && filter.regions().contains(place.admin1())))
                && (filter.bbox() == null || inBox(filter.bbox(), place))
                && (filter.near() == null || near(filter.near(), place));
    }

    /** Whether it is the whole earth. */
    static boolean isEverywhere(Filter filter) {
        return filter.countries().isEmpty()
                && filter.regions().isEmpty()
                && filter.bbox() == null
                && filter.near() == null;
    }

    /** Whether no place can lie in it, as far as that is told without knowing places. */
    static boolean isNowhere(Filter filter) {
        boolean regionsElsewhere = !filter.countries().isEmpty()
                && !filter.regions().isEmpty()
                && filter.regions().stream()
                        .noneMatch(region -> filter.countries().contains(region.substring(0, 2)));
        return regionsElsewhere
                || (filter.bbox() != null && filter.near() != null && areApart(filter.bbox(), filter.near()));
    }

    private static boolean inBox(List<Double> box, Change.@Nullable Place place) {
        return place != null
                && place.latitude() != null
                && place.longitude() != null
                && degreesEastOrWest(box, place.longitude()) == 0
                && place.latitude() >= box.get(1)
                && place.latitude() <= box.get(3);
    }

    private static boolean near(Filter.Near near, Change.@Nullable Place place) {
        return place != null
                && place.latitude() != null
                && place.longitude() != null
                && km(near.latitude(), near.longitude(), place.latitude(), place.longitude()) <= near.km();
    }

    /** Whether even the nearest point of the box may only lie outside the circle; false where it is not certain. */
    private static boolean areApart(List<Double> box, Filter.Near near) {
        double south = box.get(1);
        double north = box.get(3);
        double overLatitude = Math.max(0, Math.max(south - near.latitude(), near.latitude() - north));
        double lambda = Math.toRadians(degreesEastOrWest(box, near.longitude()));
        double widest = Math.toRadians(Math.max(Math.abs(south), Math.abs(north)));
        // Of haversine's two terms each alone is a lower bound of the distance.
        double alongParallel = 2
                * EARTH_RADIUS_KM
                * Math.asin(Math.min(
                        1,
                        Math.sqrt(Math.cos(widest) * Math.cos(Math.toRadians(near.latitude())))
                                * Math.sin(lambda / 2)));
        double alongMeridian = EARTH_RADIUS_KM * Math.toRadians(overLatitude);
        return Math.max(alongMeridian, alongParallel) > near.km();
    }

    /** How far a longitude is from those of the box, at most 180; 0 within. */
    private static double degreesEastOrWest(List<Double> box, double longitude) {
        double west = box.get(0);
        double east = box.get(2);
        boolean within = west <= east ? longitude >= west && longitude <= east : longitude >= west || longitude <= east;
        return within ? 0 : Math.min(between(longitude, west), between(longitude, east));
    }

    private static double between(double longitude, double other) {
        double apart = Math.abs(longitude - other) % 360;
        return Math.min(apart, 360 - apart);
    }

    /** The great-circle distance (haversine). */
    private static double km(double latitude, double longitude, double otherLatitude, double otherLongitude) {
        double dLatitude = Math.toRadians(otherLatitude - latitude);
        double dLongitude = Math.toRadians(otherLongitude - longitude);
        double a = Math.pow(Math.sin(dLatitude / 2), 2)
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(otherLatitude))
                        * Math.pow(Math.sin(dLongitude / 2), 2);
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(a)));
    }
}
