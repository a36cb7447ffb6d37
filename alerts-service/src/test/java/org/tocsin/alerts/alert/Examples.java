package org.tocsin.alerts.alert;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.tocsin.alerts.change.Assurance;
import org.tocsin.alerts.change.Change;
import org.tocsin.alerts.change.ChangePage;
import org.tocsin.alerts.subscription.Filter;
import org.tocsin.alerts.subscription.FilterJson;

/** The documented exchanges, for tables to start from. */
final class Examples {
    static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    static final Instant BEFORE = Instant.parse("2026-11-01T00:00:00Z");

    private Examples() {}

    static JsonNode read(String name) {
        try {
            return JSON.readTree(Files.readString(Path.of("..", "docs", "api", "examples", name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The change of the example, made different. */
    static ChangePage.Item item(Consumer<ObjectNode> differently) {
        ObjectNode json =
                (ObjectNode) read("changes.response.json").path("items").get(0);
        differently.accept(json);
        return itemOf(json);
    }

    /** The documented change of a sanctions list: the UN lists the Houthis, who hold Dhamar (76184, YE.11). */
    static ChangePage.Item listing(Consumer<ObjectNode> differently) {
        ObjectNode json = (ObjectNode) read("sanctions-change.json");
        differently.accept(json);
        return itemOf(json);
    }

    private static ChangePage.Item itemOf(ObjectNode json) {
        try {
            return new ChangePage.Item(JSON.treeToValue(json, Change.class), json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void assurance(ObjectNode change, String before, String after) {
        ((ObjectNode) change.path("before")).put("assurance", before);
        ((ObjectNode) change.path("after")).put("assurance", after);
    }

    static Filter filter(String json) {
        return FilterJson.read(json);
    }

    static Watch watch(Filter filter, Assurance minimum, boolean includePast) {
        return new Watch(
                UUID.fromString("3f0d1f0e-7e0b-4d7e-a1de-6b1f2f7f4c10"),
                "Shipments to Iraq",
                filter,
                minimum,
                includePast,
                BEFORE);
    }
}
