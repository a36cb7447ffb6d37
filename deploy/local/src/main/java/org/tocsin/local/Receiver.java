package org.tocsin.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A webhook endpoint as a subscriber would write it: it proves its consent by answering the challenge, checks every signature with the
 * Standard Webhooks library and keeps what arrives.
 */
final class Receiver implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final List<Arrival> arrivals = new CopyOnWriteArrayList<>();
    private final Consumer<Arrival> onArrival;
    private volatile @Nullable String secret;

    /**
     * One webhook that arrived.
     *
     * @param verified whether its signature was right; unknown secrets count as not
     * @param nanoTime when it arrived, by {@link System#nanoTime}
     */
    record Arrival(String id, JsonNode event, boolean verified, long nanoTime) {
        String type() {
            return event.path("type").asText();
        }
    }

    private Receiver(HttpServer server, Consumer<Arrival> onArrival) {
        this.server = server;
        this.onArrival = onArrival;
    }

    /** Listens on {@code port} of the loopback interface; 0 takes a free one. */
    static Receiver listen(int port, Consumer<Arrival> onArrival) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 64);
        Receiver receiver = new Receiver(server, onArrival);
        server.createContext("/hook", receiver::take);
        server.setExecutor(receiver.threads);
        server.start();
        return receiver;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
    }

    /** The secret of the subscription, known only after its creation; without it every signature counts as wrong. */
    void secret(String secret) {
        this.secret = secret;
    }

    /** The alerts so far, without verifications and pings, in the order of their arrival. */
    List<Arrival> alerts() {
        return arrivals.stream()
                .filter(a ->
                        !a.type().equals("tocsin.verification") && !a.type().equals("tocsin.ping"))
                .toList();
    }

    List<Arrival> arrivals() {
        return List.copyOf(arrivals);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            long now = System.nanoTime();
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Map<String, List<String>> headers = exchange.getRequestHeaders();
            JsonNode event = Json.read(body);
            Arrival arrival = new Arrival(event.path("id").asText(), event, isSigned(body, headers), now);
            arrivals.add(arrival);
            byte[] answer = answerTo(event).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            onArrival.accept(arrival);
        }
    }

    private static String answerTo(JsonNode event) {
        JsonNode challenge = event.path("data").path("challenge");
        return challenge.isTextual() ? Json.object().set("challenge", challenge).toString() : "{}";
    }

    private boolean isSigned(String body, Map<String, List<String>> headers) {
        String known = secret;
        if (known == null) {
            return false;
        }
        try {
            new Webhook(known).verify(body, HttpHeaders.of(headers, (name, value) -> true));
            return true;
        } catch (WebhookVerificationException | EmptyWebhookSecretException e) {
            return false;
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
