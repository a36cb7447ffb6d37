package org.tocsin.alerts.reference;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.alerts.change.Change;

/**
 * What events-service takes a line to mean.
 *
 * @param place null unless matched
 * @param detail why it is not matched, or why this one of several
 */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
public record PlaceMatch(
        Status status,
        Change.@Nullable Place place,
        List<Change.Place> candidates,
        @Nullable String detail) {
    /** How it came out. */
    @RegisterForReflection
    public enum Status {
        MATCHED,
        AMBIGUOUS,
        UNKNOWN
    }

    public PlaceMatch {
        candidates = candidates == null ? List.of() : List.copyOf(candidates);
    }

    /**
     * One line to be matched.
     *
     * @param text an id or a name
     * @param country code or name of the country that it must be in
     */
    public record Line(String text, @Nullable String country) {}
}
