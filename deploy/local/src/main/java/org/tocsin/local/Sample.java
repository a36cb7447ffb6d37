package org.tocsin.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The reports that come with Tocsin, in our own words: the founding report of June 2014 and what others wrote that week. */
final class Sample {
    private Sample() {}

    static JsonNode foundingReport() {
        return Json.read(resource("/sample/founding-report.json"));
    }

    /** All sample reports in the order in which they were published. */
    static List<JsonNode> reports() {
        List<JsonNode> reports = new ArrayList<>();
        resource("/sample/more-reports.ndjson")
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> reports.add(Json.read(line)));
        reports.add(foundingReport());
        return List.copyOf(reports);
    }

    private static String resource(String name) {
        try (InputStream in = Sample.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
