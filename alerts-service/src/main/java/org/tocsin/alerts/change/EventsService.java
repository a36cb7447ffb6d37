package org.tocsin.alerts.change;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where events-service is, and how this service proves itself there: with the service token. */
@ApplicationScoped
public class EventsService {
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final String url;
    private final Optional<Path> tokenFile;

    EventsService(
            @ConfigProperty(name = "tocsin.events.url", defaultValue = "http://localhost:8082") String url,
            @ConfigProperty(name = "tocsin.service-token-file") Optional<String> tokenFile) {
        this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        this.tokenFile = tokenFile.map(Path::of);
    }

    /** @param path with the first slash */
    HttpResponse<String> get(String path, Duration timeout) throws IOException, InterruptedException {
        return http.send(request(path, timeout).build(), HttpResponse.BodyHandlers.ofString());
    }

    /**
     * Posts JSON and reads JSON.
     *
     * @param path with the first slash
     * @throws IOException when events-service cannot be reached, is too slow or does not answer 200
     */
    public JsonNode post(String path, JsonNode body, Duration timeout) throws IOException {
        HttpRequest request = request(path, timeout)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(ChangeJson.write(body)))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException("events-service answered " + answer.statusCode());
            }
            return ChangeJson.read(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private HttpRequest.Builder request(String path, Duration timeout) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + path)).timeout(timeout).header("Accept", "application/json");
        if (tokenFile.isPresent()) {
            // Read at each call: whoever renews the token only writes the file.
            request.header(
                    "Authorization",
                    "Bearer " + Files.readString(tokenFile.get()).strip());
        }
        return request;
    }
}
