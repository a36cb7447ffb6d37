package org.tocsin.alerts.outlet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Scanner;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Reads a stream of server-sent events as a browser would: an event is what stands before an empty line. */
final class StreamReader implements AutoCloseable {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final InputStream body;

    record Event(String id, JsonNode data) {}

    private StreamReader(InputStream body) {
        this.body = body;
        Thread reading = new Thread(this::read, "stream-reader");
        reading.setDaemon(true);
        reading.start();
    }

    /** Opens it; {@code headers} are names and values. */
    static StreamReader open(String token, String query, String... headers) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = response(token, query, headers);
        if (response.statusCode() != 200) {
            throw new AssertionError(new String(response.body().readAllBytes(), StandardCharsets.UTF_8));
        }
        return new StreamReader(response.body());
    }

    static HttpResponse<InputStream> response(String token, String query, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/alerts/stream" + query))
                .timeout(Duration.ofSeconds(20))
                .header("Accept", "text/event-stream")
                .header("Authorization", "Bearer " + token);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    }

    private void read() {
        ObjectMapper json = new ObjectMapper();
        try (Scanner lines = new Scanner(body, StandardCharsets.UTF_8)) {
            String id = "";
            StringBuilder data = new StringBuilder();
            while (lines.hasNextLine()) {
                String line = lines.nextLine();
                if (line.startsWith("id:")) {
                    id = line.substring(3).strip();
                } else if (line.startsWith("data:")) {
                    data.append(line.substring(5));
                } else if (line.isEmpty() && !data.isEmpty()) {
                    events.add(new Event(id, json.readTree(data.toString())));
                    data.setLength(0);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The next event; waits for it. */
    Event next() throws InterruptedException {
        Event event = events.poll(20, TimeUnit.SECONDS);
        if (event == null) {
            throw new AssertionError("no event in time");
        }
        return event;
    }

    boolean isEmpty() {
        return events.isEmpty();
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
