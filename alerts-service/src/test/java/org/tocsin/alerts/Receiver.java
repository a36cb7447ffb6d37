package org.tocsin.alerts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tocsin.testing.StubServer;

/** An endpoint as a customer would write it: answers the challenge, takes alerts. */
public final class Receiver implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final StubServer server;
    private volatile Function<StubServer.Request, StubServer.Answer> toAlerts =
            request -> StubServer.Answer.status(204);
    private volatile Function<StubServer.Request, StubServer.Answer> toOptions =
            request -> StubServer.Answer.status(404);
    private volatile boolean consents = true;

    public Receiver() {
        server = StubServer.start(this::answer);
    }

    public String url() {
        return server.url() + "/hooks";
    }

    /** Whether it answers the challenge. */
    public void consents(boolean yes) {
        consents = yes;
    }

    /** Answers the handshake so from now on; before, it knows of none. */
    public void answerOptions(Function<StubServer.Request, StubServer.Answer> answers) {
        toOptions = answers;
    }

    /** The requests to allow alerts. */
    public List<StubServer.Request> options() {
        return server.requests().stream()
                .filter(request -> request.method().equals("OPTIONS"))
                .toList();
    }

    /** Answers everything but the challenge so from now on. */
    public void answer(Function<StubServer.Request, StubServer.Answer> answers) {
        toAlerts = answers;
    }

    /** The first {@code count} requests of a type; waits for them. */
    public List<StubServer.Request> await(int count, String type) {
        return server.await(count, request -> typeOf(request).equals(type), PATIENCE);
    }

    /** All alerts so far, in order: neither verifications nor pings. */
    public List<StubServer.Request> alerts() {
        return server.requests().stream().filter(Receiver::isAlert).toList();
    }

    /** The first {@code count} alerts; waits for them. */
    public List<StubServer.Request> awaitAlerts(int count) {
        return server.await(count, Receiver::isAlert, PATIENCE);
    }

    public static JsonNode body(StubServer.Request request) {
        try {
            return JSON.readTree(request.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Checks the signature with somebody else's library; throws when it is wrong. */
    public static void verify(StubServer.Request request, String secret) throws Exception {
        Map<String, List<String>> headers = request.headers().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue())));
        new Webhook(secret).verify(request.body(), headers);
    }

    @Override
    public void close() {
        server.close();
    }

    private StubServer.Answer answer(StubServer.Request request) {
        if (request.method().equals("OPTIONS")) {
            return toOptions.apply(request);
        }
        JsonNode event = body(request);
        if (!event.path("type").asText().equals("tocsin.verification")) {
            return toAlerts.apply(request);
        }
        String challenge = consents ? event.path("data").path("challenge").asText() : "no";
        return StubServer.Answer.json(200, "{\"challenge\": \"" + challenge + "\"}");
    }

    private static boolean isAlert(StubServer.Request request) {
        return !Set.of("", "tocsin.verification", "tocsin.ping").contains(typeOf(request));
    }

    private static String typeOf(StubServer.Request request) {
        return request.method().equals("OPTIONS")
                ? ""
                : body(request).path("type").asText();
    }
}
