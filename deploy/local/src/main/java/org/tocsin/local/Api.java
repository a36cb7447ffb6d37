package org.tocsin.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A plain JSON client of one service, as a user would write it. */
public final class Api {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final URI base;
    private final @Nullable String token;

    Api(URI base, @Nullable String token) {
        this.base = base;
        this.token = token;
    }

    /** What a service answered. */
    public record Answer(int status, JsonNode body, String location) {
        public boolean ok() {
            return status >= 200 && status < 300;
        }

        /** The body of a success; "temporarily unavailable" is like a service that cannot be reached, and anything else is trouble. */
        public JsonNode orTrouble(String what) throws IOException {
            if (status == 503) {
                throw new IOException(what + " is temporarily unavailable");
            }
            if (!ok()) {
                throw new Trouble(what + " was answered with " + status + ": " + body);
            }
            return body;
        }
    }

    public Answer get(String path) throws IOException {
        return send(request(path).GET().build());
    }

    public Answer post(String path, JsonNode body) throws IOException {
        return post(path, "application/json", body.toString());
    }

    Answer post(String path, String type, String body) throws IOException {
        return send(request(path)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    public Answer put(String path, JsonNode body) throws IOException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
    }

    /** A request that carries the token; to be sent by a caller's own client. */
    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(60));
        if (token != null) {
            builder.header("Authorization", "Bearer " + token);
        }
        return builder;
    }

    private static Answer send(HttpRequest request) throws IOException {
        try {
            HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    parsed(response.body()),
                    response.headers().firstValue("Location").orElse(""));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static JsonNode parsed(String body) {
        try {
            return body.isEmpty() ? MissingNode.getInstance() : Json.read(body);
        } catch (IllegalArgumentException e) {
            return TextNode.valueOf(body);
        }
    }
}
