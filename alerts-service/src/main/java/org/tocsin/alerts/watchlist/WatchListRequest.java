package org.tocsin.alerts.watchlist;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A list of places as JSON. */
@RegisterForReflection
@Schema(name = "WatchListRequest", description = "Places by id or by name.")
public record WatchListRequest(
        @NotNull(message = "must be given") List<@NotNull Entry> places) {
    /** One place. */
    @RegisterForReflection
    @Schema(name = "WatchListEntry")
    public record Entry(
            @Schema(nullable = true, description = "GeoNames id; goes before the name.", examples = "99072") @Nullable String id,

            @Schema(nullable = true, description = "In any spelling.", examples = "Mosul") @Nullable String name,

            @Schema(nullable = true, description = "Code, name or demonym of the country.", examples = "IQ") @Nullable String country,

            @Schema(nullable = true, description = "Your own word for it.", examples = "PO 4711") @Nullable String reference) {}

    List<Line> lines() {
        List<Line> lines = new ArrayList<>(places.size());
        for (Entry entry : places) {
            lines.add(Line.of(lines.size() + 1, entry.id(), entry.name(), entry.country(), entry.reference()));
        }
        return lines;
    }
}
