package org.tocsin.alerts.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tocsin.alerts.change.Change;
import org.tocsin.alerts.change.ChangeJson;
import org.tocsin.alerts.change.ChangeKind;
import org.tocsin.alerts.change.Message;
import org.tocsin.alerts.delivery.CloudEvents;

/** The event that carries an alert: what it is to the subscription, and the change as the feed gave it. */
@ApplicationScoped
class AlertBody {
    /** What is posted is at most this long. */
    static final int LARGEST = 64 * 1024;

    private final CloudEvents events;

    AlertBody(CloudEvents events) {
        this.events = events;
    }

    /** @param previous the last alert about the same place, by which a receiver sees gaps */
    String of(NewAlert alert, long sequence, @Nullable UUID previous) {
        String whole = write(alert, sequence, previous, alert.item().json(), false);
        if (whole.getBytes(StandardCharsets.UTF_8).length <= LARGEST) {
            return whole;
        }
        // The change itself stays readable; its long lists of events are at GET /changes/{id} of events-service.
        return write(alert, sequence, previous, withoutEvidence(alert.item().json()), true);
    }

    /**
     * An alert that was held back, told to somebody who was told nothing of it before: an ALERT, whatever its change is.
     *
     * @param sent whether an alert was sent; no other is spoken of
     */
    String asFirst(String body, Predicate<UUID> sent) {
        JsonNode event = read(body);
        if (event.path("data").path("alert") instanceof ObjectNode head) {
            List<String> revised = new ArrayList<>();
            head.path("revises").forEach(id -> revised.add(id.asText()));
            List<String> known = revised.stream()
                    .filter(id -> sent.test(UUID.fromString(id)))
                    .toList();
            if (head.path("message").asText().equals(Message.ALERT.name()) && known.equals(revised)) {
                return body;
            }
            head.put("message", Message.ALERT.name());
            ArrayNode revises = head.putArray("revises");
            known.forEach(revises::add);
        }
        return ChangeJson.write(event);
    }

    /** The change that a body carries. */
    static Change changeOf(String body) {
        try {
            return ChangeJson.item(read(body).path("data").path("change")).change();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored alert cannot be read", e);
        }
    }

    private static JsonNode read(String body) {
        try {
            return ChangeJson.read(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored alert cannot be read", e);
        }
    }

    private String write(NewAlert alert, long sequence, @Nullable UUID previous, JsonNode json, boolean shortened) {
        Change change = alert.item().change();
        Watch watch = alert.watch();
        ObjectNode data = events.object();
        ObjectNode head = data.putObject("alert");
        head.put("id", alert.id().toString());
        head.put("message", alert.message().name());
        head.putObject("subscription")
                .put("id", watch.subscription().toString())
                .put("name", watch.name());
        head.put(
                "reference",
                change.place() == null
                        ? null
                        : watch.filter().referenceOf(change.place().id()).orElse(null));
        head.put("sequence", sequence);
        head.put("previous", previous == null ? null : previous.toString());
        ArrayNode revises = head.putArray("revises");
        alert.revises().forEach(revised -> revises.add(revised.toString()));
        if (shortened) {
            head.put("shortened", true);
        }
        data.set("change", json);
        String type = ChangeKind.eventTypeOf(change.kind());
        return events.bodyOf(alert.id().toString(), type, change.subject(), change.recordedAt(), data);
    }

    private static JsonNode withoutEvidence(JsonNode change) {
        ObjectNode copy = change.deepCopy();
        for (String state : new String[] {"before", "after"}) {
            if (copy.path(state) instanceof ObjectNode control
                    && control.path("evidence") instanceof ObjectNode evidence) {
                evidence.putArray("for");
                evidence.putArray("against");
            }
        }
        return copy;
    }
}
