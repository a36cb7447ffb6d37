package org.tocsin.alerts.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An event as people in a chat read it. Nothing here is escaped yet: names of places and actors, references and names of subscriptions are
 * other people's words.
 *
 * @param mark in one word what it asks: {@code ALERT}, {@code UPDATE}, {@code CANCEL}, {@code TEST}, {@code QUESTION}
 * @param headline the news in a line
 * @param note what an update or a cancellation is about; empty for others
 * @param link where to read more
 */
record ChatMessage(
        String mark,
        String headline,
        String note,
        List<Fact> facts,
        @Nullable String link) {
    /** One fact under the headline. */
    record Fact(String name, String value) {}

    ChatMessage {
        facts = List.copyOf(facts);
    }

    /** @param changes where a person reads about a change, up to its id; empty: nowhere */
    static ChatMessage of(JsonNode event, String changes) {
        JsonNode data = event.path("data");
        String subscription = data.path("subscription").path("name").asText();
        return switch (event.path("type").asText()) {
            case "tocsin.verification" ->
                new ChatMessage(
                        "QUESTION",
                        "May Tocsin send alerts here? Code: "
                                + data.path("code").asText(),
                        data.path("message").asText(),
                        List.of(new Fact("Subscription", subscription)),
                        null);
            case "tocsin.ping" ->
                new ChatMessage(
                        "TEST",
                        "Tocsin reaches this place.",
                        "",
                        List.of(new Fact("Subscription", subscription)),
                        null);
            default -> ofAlert(event, changes);
        };
    }

    private static ChatMessage ofAlert(JsonNode event, String changes) {
        AlertInWords alert = AlertInWords.of(event);
        JsonNode change = event.path("data").path("change");
        List<Fact> facts = new ArrayList<>();
        AlertInWords.Place place = alert.place();
        if (place != null) {
            facts.add(new Fact("Place", place.name() + ", " + place.country()));
        }
        if (alert.from() != null || alert.to() != null) {
            facts.add(new Fact("From", orNobody(alert.from())));
            facts.add(new Fact("To", orNobody(alert.to())));
        }
        add(facts, "State", word(alert.state()));
        add(facts, "How sure", word(alert.assurance()));
        JsonNode since = change.path("after").path("since");
        add(
                facts,
                "Since",
                since.isTextual()
                        ? since.asText()
                        : alert.validFrom() == null ? null : alert.validFrom().toString());
        add(facts, "Your reference", alert.reference());
        JsonNode told = event.path("data").path("alert");
        facts.add(new Fact(
                "Subscription",
                told.path("subscription").path("name").asText() + ", no. "
                        + told.path("sequence").asLong()));
        return new ChatMessage(
                alert.message(),
                alert.headline(),
                noteOf(alert),
                facts,
                changes.isEmpty() ? null : changes + change.path("id").asText());
    }

    private static String noteOf(AlertInWords alert) {
        return switch (alert.message()) {
            case "CANCEL" -> "What you were told before is taken back: forget it.";
            case "UPDATE" -> "This takes further what you were told before.";
            default -> "";
        };
    }

    private static void add(List<Fact> facts, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.add(new Fact(name, value));
        }
    }

    private static String orNobody(@Nullable String actor) {
        return actor == null ? "nobody known" : actor;
    }

    private static @Nullable String word(@Nullable String name) {
        return name == null ? null : name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
