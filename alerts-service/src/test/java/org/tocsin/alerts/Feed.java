package org.tocsin.alerts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.tocsin.testing.StubServer;

/** Stands in for events-service: its gazetteer ({@link Gazetteer}), and a feed of changes by long poll, as docs/api/examples/changes.response.json has it. */
public final class Feed implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path EXAMPLE = Path.of("..", "docs", "api", "examples", "changes.response.json");

    private final String epoch = Long.toString(System.nanoTime());
    private final List<ObjectNode> changes = new ArrayList<>();
    private final StubServer server;

    /** Begins a feed of its own: a cursor of another one is answered with 410. */
    public Feed() {
        server = StubServer.start(Integer.getInteger(Surroundings.PORT), this::answer);
    }

    /** The change of the example, made anew: another id, recorded now. */
    public static ObjectNode change(Consumer<ObjectNode> differently) {
        try {
            ObjectNode change = (ObjectNode)
                    JSON.readTree(Files.readString(EXAMPLE)).get("items").get(0);
            change.put("id", UUID.randomUUID().toString());
            change.put(
                    "recordedAt", Instant.now().truncatedTo(ChronoUnit.MICROS).toString());
            differently.accept(change);
            return change;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds changes; who waits for them gets them at once. */
    public synchronized void add(ObjectNode... added) {
        changes.addAll(List.of(added));
        notifyAll();
    }

    /** Each request had this header. */
    public Stream<String> authorizations() {
        return server.requests().stream().map(request -> request.header("authorization"));
    }

    @Override
    public void close() {
        server.close();
        synchronized (this) {
            notifyAll();
        }
    }

    private StubServer.Answer answer(StubServer.Request request) {
        if (request.method().equals("POST")) {
            return Gazetteer.answer(request);
        }
        Map<String, String> query = new HashMap<>();
        Stream.of(request.query().split("&")).map(pair -> pair.split("=", 2)).forEach(p -> query.put(p[0], p[1]));
        String after = query.getOrDefault("after", epoch + "-000000000000");
        if (!after.startsWith(epoch + "-")) {
            return new StubServer.Answer(
                    410, Map.of("Content-Type", "application/problem+json"), "{\"type\":\"urn:tocsin:problem:gone\"}");
        }
        int from = Integer.parseInt(after.substring(after.indexOf('-') + 1));
        return StubServer.Answer.json(200, page(from, Integer.parseInt(query.get("wait"))));
    }

    private synchronized String page(int from, int wait) {
        long deadline = System.nanoTime() + wait * 1_000_000_000L;
        try {
            while (changes.size() <= from && System.nanoTime() < deadline) {
                wait(1 + (deadline - System.nanoTime()) / 1_000_000);
            }
            ObjectNode page = JSON.createObjectNode();
            changes.subList(from, changes.size()).forEach(page.putArray("items")::add);
            page.put("next", String.format("%s-%012d", epoch, changes.size()));
            return JSON.writeValueAsString(page);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
