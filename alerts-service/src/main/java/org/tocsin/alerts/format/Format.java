package org.tocsin.alerts.format;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Locale;

/** What is posted. cloudevents: the event itself. slack, mattermost: the same as a message of a chat, for its incoming webhook. */
@RegisterForReflection
public enum Format {
    @JsonProperty("cloudevents")
    CLOUDEVENTS,
    @JsonProperty("slack")
    SLACK,
    @JsonProperty("mattermost")
    MATTERMOST;

    /** As the API and the database write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As problems name what may be given. */
    @Override
    public String toString() {
        return word();
    }

    public static Format of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    public String mediaType() {
        return this == CLOUDEVENTS ? "application/cloudevents+json" : "application/json";
    }

    /** Whether people read what is posted, and no machine can answer. */
    public boolean isChat() {
        return this != CLOUDEVENTS;
    }

    /**
     * What is posted for an event; the same whenever it is asked.
     *
     * @param event a CloudEvent of this service
     * @param changes where a person reads about a change, up to its id; empty: nowhere
     */
    public String bodyOf(String event, String changes) {
        if (this == CLOUDEVENTS) {
            return event;
        }
        JsonNode read = Json.read(event);
        ChatMessage message = ChatMessage.of(read, changes);
        return Json.write(this == SLACK ? SlackBody.of(message) : MattermostBody.of(message));
    }
}
