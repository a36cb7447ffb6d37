package org.tocsin.ingest.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tocsin.ingest.Calls.json;
import static org.tocsin.ingest.Calls.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tocsin.ingest.Calls;
import org.tocsin.ingest.EventsAddress;
import org.tocsin.service.access.Role;
import org.tocsin.testing.PostgresAndKeys;
import org.tocsin.testing.TestKeys;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(EventsAddress.class)
class ReportStreamTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Test
    void tenThousandLinesWithBadOnesAmongThemKeepAllGoodOnes() throws Exception {
        StringBuilder body = new StringBuilder();
        for (int i = 1; i <= 10_000; i++) {
            body.append(i % 10 == 0 ? bad(i) : Calls.json(report("bulk-wire", "Report number " + i + ".")))
                    .append('\n');
        }
        List<JsonNode> results = sent(body.toString());
        assertEquals(10_000, results.size());
        for (int i = 1; i <= 10_000; i++) {
            JsonNode result = results.get(i - 1);
            assertEquals(i, result.get("line").asInt());
            assertEquals(
                    i % 10 == 0 ? "REFUSED" : "STORED", result.get("outcome").asText(), result.toString());
            assertEquals(i % 10 == 0, result.get("problem").isObject());
        }
        assertTrue(sent(body.toString()).stream()
                .map(r -> r.get("outcome").asText())
                .allMatch(o -> o.equals("KNOWN") || o.equals("REFUSED")));
    }

    @Test
    void eachBadLineNamesItsField() throws Exception {
        Map<String, Object> future = report("line-wire", "Text.");
        future.put("publishedAt", "2999-01-01T00:00:00Z");
        List<JsonNode> results = sent(String.join(
                "\n",
                Calls.json(report("line-wire", "The same twice.")),
                "{not json",
                "",
                "  \r",
                Calls.json(Map.of("publisher", "line-wire")),
                "[]",
                "null",
                Calls.json(future),
                Calls.json(report("line-wire", "x".repeat(1_000_001))),
                Calls.json(report("line-wire", "y".repeat(17_000_000))),
                "{\"publisher\": \"line-wire\", \"title\": \"half \\ud83d\", \"text\": \"x\"}",
                Calls.json(report("line-wire", "A last line without an end.")),
                Calls.json(report("line-wire", "The same twice."))));
        assertEquals(
                List.of("1", "2", "5", "6", "7", "8", "9", "10", "11", "12", "13"),
                results.stream().map(r -> r.get("line").asText()).toList());
        assertEquals(
                "urn:tocsin:problem:malformed-json",
                problem(results.get(1)).get("type").asText());
        assertEquals(List.of("title", "text", "publishedAt"), fields(results.get(2)));
        assertEquals(List.of("body"), fields(results.get(3)));
        assertEquals(List.of("body"), fields(results.get(4)));
        assertEquals(List.of("publishedAt"), fields(results.get(5)));
        assertEquals(List.of("text"), fields(results.get(6)));
        assertEquals(413, problem(results.get(6)).get("status").asInt());
        assertEquals(413, problem(results.get(7)).get("status").asInt());
        assertEquals(List.of("title"), fields(results.get(8)));
        assertEquals("STORED", results.get(9).get("outcome").asText());
        assertEquals("KNOWN", results.get(10).get("outcome").asText());
        assertEquals(results.get(0).get("id"), results.get(10).get("id"));
    }

    @Test
    void aSenderThatWaitsForEachAnswerGetsIt() throws Exception {
        try (Socket socket = new Socket("localhost", RestAssured.port);
                BufferedReader answers =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            socket.setSoTimeout(30_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST /reports HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\n"
                            + "Authorization: Bearer " + TestKeys.token("a", Role.REPORTER)
                            + "\r\nTransfer-Encoding: chunked\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            for (int line = 1; line <= 3; line++) {
                String report = Calls.json(report("patient-wire", "Line " + line + ".")) + "\n";
                out.write((Integer.toHexString(report.length()) + "\r\n" + report + "\r\n")
                        .getBytes(StandardCharsets.UTF_8));
                out.flush();
                String answer = answers.readLine();
                while (!answer.startsWith("{")) {
                    answer = answers.readLine();
                }
                assertEquals(line, json(answer).get("line").asInt());
                assertEquals("STORED", json(answer).get("outcome").asText());
            }
            out.write("0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void aLongStreamIsAnsweredThoughNobodyReadsBeforeTheEnd() throws Exception {
        // a hundred different reports, three hundred times each: 60 MB, and 4 MB of answers that nobody reads before
        // the end
        List<byte[]> reports = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            reports.add((Calls.json(report("endless-wire", i + "x".repeat(2_000))) + "\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        Iterable<byte[]> lines = () -> Stream.iterate(0, i -> i + 1)
                .limit(30_000)
                .map(i -> reports.get(i % 100))
                .iterator();
        HttpResponse<Stream<String>> response =
                HTTP.send(request().POST(BodyPublishers.ofByteArrays(lines)).build(), BodyHandlers.ofLines());
        assertEquals(200, response.statusCode());
        assertEquals(
                30_000,
                response.body().filter(l -> l.contains("\"problem\":null")).count());
    }

    @Test
    void anEmptyStreamHasNoAnswers() throws Exception {
        assertTrue(sent("").isEmpty());
        assertTrue(sent("\n\n").isEmpty());
    }

    private static String bad(int i) {
        return i % 20 == 0 ? "{\"publisher\":" : Calls.json(report("bulk-wire", ""));
    }

    private static JsonNode problem(JsonNode result) {
        assertEquals("REFUSED", result.get("outcome").asText());
        return result.get("problem");
    }

    private static List<String> fields(JsonNode result) {
        List<String> fields = new ArrayList<>();
        problem(result).get("errors").forEach(e -> fields.add(e.get("field").asText()));
        return fields;
    }

    private static List<JsonNode> sent(String body) throws Exception {
        HttpResponse<Stream<String>> response =
                HTTP.send(request().POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofLines());
        assertEquals(200, response.statusCode());
        assertEquals(
                "application/x-ndjson",
                response.headers().firstValue("content-type").orElse("").split(";")[0]);
        return response.body().map(Calls::json).toList();
    }

    private static HttpRequest.Builder request() {
        return HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/reports"))
                .header("Content-Type", "application/x-ndjson")
                .header("Authorization", "Bearer " + TestKeys.token("a", Role.REPORTER));
    }
}
