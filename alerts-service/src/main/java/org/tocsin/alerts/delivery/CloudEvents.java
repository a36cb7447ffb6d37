package org.tocsin.alerts.delivery;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Bodies of webhooks: CloudEvents 1.0 in structured JSON. */
@ApplicationScoped
public class CloudEvents {
    private final ObjectMapper json = new ObjectMapper().enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
    private final String source;

    CloudEvents(@ConfigProperty(name = "tocsin.public-url", defaultValue = "http://localhost:8083") String source) {
        this.source = source;
    }

    /** Those of a service with this base address. */
    public static CloudEvents of(String source) {
        return new CloudEvents(source);
    }

    /** The base address of this service. */
    public String source() {
        return source;
    }

    public ObjectNode object() {
        return json.createObjectNode();
    }

    /**
     * @param id also the {@code webhook-id}
     * @param type such as {@code tocsin.changed-hands}
     * @param subject what it is about, such as {@code places/99072}
     */
    public String bodyOf(String id, String type, String subject, Instant time, JsonNode data) {
        ObjectNode event = json.createObjectNode()
                .put("specversion", "1.0")
                .put("id", id)
                .put("source", source)
                .put("type", type)
                .put("subject", subject)
                .put("time", time.toString())
                .put("datacontenttype", "application/json");
        event.set("data", data);
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
