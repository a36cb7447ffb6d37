package org.tocsin.events.place;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** GeoJSON (RFC 7946). */
public final class GeoJson {
    public static final String MEDIA_TYPE = "application/geo+json";

    private GeoJson() {}

    /** @param type always {@code FeatureCollection} */
    @Schema(name = "FeatureCollection")
    public record FeatureCollection<T>(String type, List<Feature<T>> features) {}

    /**
     * @param type always {@code Feature}
     * @param geometry null where there is no place
     */
    @Schema(name = "Feature")
    public record Feature<T>(
            String type,
            String id,
            @Schema(nullable = true) @Nullable Point geometry,
            T properties) {}

    /**
     * @param type always {@code Point}
     * @param coordinates degrees east, then degrees north
     */
    @Schema(name = "Point")
    public record Point(String type, List<Double> coordinates) {}

    public static <T> FeatureCollection<T> collection(List<Feature<T>> features) {
        return new FeatureCollection<>("FeatureCollection", features);
    }

    public static <T> Feature<T> feature(String id, @Nullable PlaceView place, T properties) {
        Point point = place == null ? null : new Point("Point", List.of(place.longitude(), place.latitude()));
        return new Feature<>("Feature", id, point, properties);
    }
}
