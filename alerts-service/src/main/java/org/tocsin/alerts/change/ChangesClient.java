package org.tocsin.alerts.change;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Reads the feed of changes of events-service by long poll, and proves itself with the service token. */
@ApplicationScoped
public class ChangesClient {
    private static final int LIMIT = 500;
    private static final int GONE = 410;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    /** Keeps every digit of what it passes on. */
    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final String url;
    private final Optional<Path> tokenFile;

    ChangesClient(
            @ConfigProperty(name = "tocsin.events.url", defaultValue = "http://localhost:8082") String url,
            @ConfigProperty(name = "tocsin.service-token-file") Optional<String> tokenFile) {
        this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        this.tokenFile = tokenFile.map(Path::of);
    }

    /** The cursor is of an earlier life of the feed: read it again from the beginning. */
    public static final class FeedRestarted extends IOException {
        private static final long serialVersionUID = 1L;

        FeedRestarted() {
            super("the cursor is of an earlier life of the feed");
        }
    }

    /**
     * The changes after {@code cursor}, the first ones without; waits up to {@code wait} when there are none.
     *
     * @throws FeedRestarted when the cursor is not good any more
     * @throws IOException when events-service cannot be reached or does not answer as agreed
     */
    public ChangePage after(@Nullable String cursor, Duration wait) throws IOException, InterruptedException {
        String query = "?limit=" + LIMIT + "&wait=" + wait.toSeconds()
                + (cursor == null ? "" : "&after=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + "/changes" + query))
                .timeout(wait.plusSeconds(5))
                .header("Accept", "application/json");
        if (tokenFile.isPresent()) {
            // Read at each call: whoever renews the token only writes the file.
            request.header(
                    "Authorization",
                    "Bearer " + Files.readString(tokenFile.get()).strip());
        }
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() == GONE) {
            throw new FeedRestarted();
        }
        if (answer.statusCode() != 200) {
            throw new IOException("events-service answered " + answer.statusCode());
        }
        return pageOf(answer.body());
    }

    private ChangePage pageOf(String body) throws IOException {
        JsonNode page = json.readTree(body);
        if (!page.path("items").isArray() || !page.path("next").isTextual()) {
            throw new IOException("events-service answered something that is no page of changes");
        }
        List<ChangePage.Item> items = new ArrayList<>();
        for (JsonNode item : page.path("items")) {
            items.add(new ChangePage.Item(json.treeToValue(item, Change.class), item));
        }
        return new ChangePage(items, page.path("next").asText());
    }
}
