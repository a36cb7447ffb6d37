package org.tocsin.alerts.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An alert as feeds and chats tell it, read from the event that its webhook carries.
 *
 * @param source base address of the service that made it
 * @param message ALERT, UPDATE or CANCEL
 * @param revises ids of the earlier alerts that it is about
 * @param kind of the change
 * @param assurance of the state, as alerts name it; null where the change has no state
 */
public record AlertInWords(
        String id,
        String source,
        Instant sent,
        String message,
        @Nullable String reference,
        List<UUID> revises,
        String kind,
        @Nullable Place place,
        @Nullable String from,
        @Nullable String to,
        @Nullable String state,
        @Nullable String assurance,
        @Nullable LocalDate validFrom) {
    /** Where it happened; degrees of WGS 84. */
    public record Place(String id, String name, String country, double latitude, double longitude) {}

    public AlertInWords {
        revises = List.copyOf(revises);
    }

    public static AlertInWords of(JsonNode event) {
        JsonNode alert = event.path("data").path("alert");
        JsonNode change = event.path("data").path("change");
        JsonNode place = change.path("place");
        List<UUID> revises = new ArrayList<>();
        alert.path("revises").forEach(id -> revises.add(UUID.fromString(id.asText())));
        String day = text(change, "validFrom");
        return new AlertInWords(
                event.path("id").asText(),
                event.path("source").asText(),
                Instant.parse(event.path("time").asText()),
                alert.path("message").asText(),
                text(alert, "reference"),
                revises,
                change.path("kind").asText(),
                place.isObject()
                        ? new Place(
                                place.path("id").asText(),
                                place.path("name").asText(),
                                place.path("country").asText(),
                                place.path("latitude").asDouble(),
                                place.path("longitude").asDouble())
                        : null,
                text(change.path("from"), "name"),
                text(change.path("to"), "name"),
                text(change.path("after"), "state"),
                text(change.path("after"), "assurance"),
                day == null ? null : LocalDate.parse(day));
    }

    private static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isTextual() ? value.asText() : null;
    }

    /** One line, such as "Mosul changed hands from Government of Iraq to Islamic State". */
    public String headline() {
        String where = place == null ? "An actor" : place.name();
        String loser = from == null ? "nobody known" : from;
        String winner = to == null ? "nobody known" : to;
        return switch (kind) {
            case "CHANGED_HANDS" -> where + " changed hands from " + loser + " to " + winner;
            case "CONTESTED" -> where + " is contested" + (to == null ? "" : " by " + winner);
            case "HELD_AFTER_ALL" -> where + " is held by " + winner + " after all";
            case "HOLDER_NAMED" -> "Who took " + where + " is " + winner;
            case "CORRECTED" ->
                "Corrected: " + where + ", " + ("CONTESTED".equals(state) ? "contested by " : "held by ") + winner;
            case "RETRACTED" -> "Taken back: that " + where + " went to " + loser;
            case "ASSURANCE_CHANGED" ->
                "That " + where + " is " + ("CONTESTED".equals(state) ? "contested" : "held")
                        + (to == null ? "" : " by " + winner) + " is now " + word(assurance);
            default -> where + ": " + word(kind);
        };
    }

    /** What is known of it, in a sentence or two. */
    public String description() {
        StringBuilder words = new StringBuilder(headline());
        if (validFrom != null) {
            words.append(", from ").append(validFrom).append(" on");
        }
        words.append('.');
        if (assurance != null) {
            words.append(" How sure that is: ").append(word(assurance)).append('.');
        }
        if (reference != null) {
            words.append(" Your reference: ").append(reference).append('.');
        }
        return words.toString();
    }

    private static String word(@Nullable String name) {
        return name == null ? "unknown" : name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
