package org.tocsin.events.place;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.service.problem.Problem;

/** A bounding box {@code west,south,east,north} in degrees; one whose west is greater than its east crosses the date line. */
public record Box(double west, double south, double east, double north) {
    /** Reads the parameter {@code bbox}. */
    public static Box parse(String text) {
        String[] parts = text.split(",", 5);
        List<Double> degrees = new ArrayList<>();
        for (String part : parts) {
            try {
                degrees.add(Double.valueOf(part.strip()));
            } catch (NumberFormatException e) {
                throw wrong();
            }
        }
        if (degrees.size() != 4) {
            throw wrong();
        }
        Box box = new Box(degrees.get(0), degrees.get(1), degrees.get(2), degrees.get(3));
        boolean fits = isLongitude(box.west) && isLongitude(box.east) && isLatitude(box.south) && isLatitude(box.north);
        if (!fits || box.south > box.north) {
            throw wrong();
        }
        return box;
    }

    private static RuntimeException wrong() {
        return Problem.invalid(
                        "bbox",
                        "must be west,south,east,north in degrees: longitudes from -180 to 180, latitudes from -90 to 90, south not"
                                + " above north")
                .asException();
    }

    private static boolean isLongitude(double degrees) {
        return degrees >= -180 && degrees <= 180;
    }

    private static boolean isLatitude(double degrees) {
        return degrees >= -90 && degrees <= 90;
    }

    public boolean covers(double latitude, double longitude) {
        boolean between =
                crossesDateLine() ? longitude >= west || longitude <= east : longitude >= west && longitude <= east;
        return between && latitude >= south && latitude <= north;
    }

    public boolean crossesDateLine() {
        return west > east;
    }
}
