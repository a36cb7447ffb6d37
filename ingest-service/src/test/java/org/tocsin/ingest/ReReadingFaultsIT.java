package org.tocsin.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.service.access.Role;
import org.tocsin.testing.StubServer;
import org.tocsin.testing.TestKeys;

/** Two replicas read the archive again and apply it, and both are killed in the middle of each. */
class ReReadingFaultsIT {
    private static final int REPORTS = 2_000;
    private static final String PATH = "/reports/re-readings";
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private static final StubServer.Answer TAKEN = StubServer.Answer.json(200, "{\"items\": []}");

    @Test
    void whatIsReadAgainIsAppliedWholeThoughTheReplicasAreKilledAndNewReportsComeFirst(@TempDir Path folder)
            throws Exception {
        Path token = Files.writeString(folder.resolve("token"), "a-token");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setLocaleConfig("locale", "C")
                        .setLocaleConfig("encoding", "UTF8")
                        .start();
                StubServer events = StubServer.start(r -> TAKEN);
                Program one = Program.on(postgres, events.url(), token);
                Connection database = DriverManager.getConnection(
                        postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres")) {
            one.awaitReady();
            archive(one, database);
            try (Program other = Program.on(postgres, events.url(), token)) {
                other.awaitReady();

                String id = post(one, PATH, Role.ANALYST, "{}", 202).get("id").asText();
                await(database, "select count(*) > 100 from re_reading_report where state = 'READ'");
                String early = fresh(other, "Early");
                await(database, "select status = 'READ' from report where id = '" + early + "'");
                assertTrue(is(database, "select state = 'RUNNING' from re_reading"), "new reports do not wait");
                one.kill();
                other.kill();
                assertTrue(is(database, "select state = 'RUNNING' from re_reading"), "killed in the middle");
                one.restart();
                other.restart();
                await(database, "select state = 'PREVIEWED' from re_reading");
                assertEquals(
                        REPORTS,
                        get(one, PATH + "/" + id).at("/reports/changed").asInt());
                assertEquals(REPORTS, number(database, "select count(*) from reading where reader_version = '0.9'"));

                events.answer(r -> slowly(r));
                post(one, PATH + "/" + id + "/application", Role.ANALYST, "", 202);
                await(database, "select count(*) > 100 from reading where number = 2");
                String since = text(database, "select now()");
                String late = fresh(other, "Late");
                events.await(1, r -> r.path().contains(late), Duration.ofSeconds(30));
                assertTrue(
                        is(
                                database,
                                "select count(*) > 10 from dispatch where lease is null and due_at < '" + since + "'"),
                        "what is new is sent before what has waited for longer");
                one.kill();
                other.kill();
                assertWhole(database);
                one.restart();
                other.restart();
                events.answer(r -> TAKEN);
                await(database, "select state = 'APPLIED' from re_reading");
                assertEquals(
                        REPORTS,
                        get(one, PATH + "/" + id).at("/reports/applied").asInt());
                assertWhole(database);
                await(database, "select count(*) = 0 from dispatch");
                assertSent(events, database);
            }
        }
    }

    /** Reports that were read and sent, and then what an older reader would have stored of them: nothing. */
    private static void archive(Program program, Connection database) throws Exception {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < REPORTS; i++) {
            lines.append(Calls.json(Calls.report(
                            "archive-wire",
                            "Islamic State fighters seized Mosul from the army on Tuesday. It was dispatch " + i
                                    + ". Jets bombed a village near Tikrit, officials said.")))
                    .append('\n');
        }
        HttpResponse<String> response = HTTP.send(
                request(program, "/reports?live=true", Role.REPORTER)
                        .header("Content-Type", "application/x-ndjson")
                        .POST(BodyPublishers.ofString(lines.toString()))
                        .build(),
                BodyHandlers.ofString());
        assertEquals(200, response.statusCode());
        await(database, "select count(*) = " + REPORTS + " from reading");
        await(database, "select count(*) = 0 from dispatch");
        try (Statement statement = database.createStatement()) {
            statement.execute("update reading set claims = '[]', reader_version = '0.9'");
        }
    }

    private static String fresh(Program program, String word) throws Exception {
        String report = Calls.json(Calls.report("fresh-wire", word + " news: rebels captured Tikrit on Tuesday."));
        return post(program, "/reports", Role.REPORTER, report, 201).get("id").asText();
    }

    /** Each report has either all of its new reading or all of the old, and what is switched is sent or waits to be. */
    private static void assertWhole(Connection database) throws SQLException {
        assertEquals(0, number(database, """
                select count(*) from re_reading_report q
                join report r on r.id = q.report
                join reading g on g.report = q.report and g.revision = q.revision
                where case when q.state = 'APPLIED'
                    then g.number <> 2 or g.reader_version = '0.9' or g.claims = '[]' or q.claims is not null
                    else g.number <> 1 or g.reader_version <> '0.9' or g.claims <> '[]' end
                """));
    }

    private static void assertSent(StubServer events, Connection database) throws SQLException {
        Map<String, List<JsonNode>> sent = events.requests().stream()
                .collect(Collectors.groupingBy(
                        r -> r.path().split("/")[2],
                        Collectors.mapping(r -> Calls.json(r.body()), Collectors.toList())));
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(
                        "select report::text, g.claims::text from re_reading_report q join reading g using (report)")) {
            while (row.next()) {
                List<JsonNode> bodies = sent.getOrDefault(row.getString(1), List.of());
                JsonNode last = bodies.get(bodies.size() - 1);
                assertEquals(2, last.get("reading").asInt());
                assertEquals(Calls.json(row.getString(2)), last.get("events"));
                assertEquals(false, last.get("live").asBoolean());
                Set<JsonNode> different = Set.copyOf(bodies);
                assertEquals(2, different.size(), "the first reading and this one, each perhaps more than once");
            }
        }
    }

    private static StubServer.Answer slowly(StubServer.Request request) {
        try {
            if (request.body().contains("\"reading\":2")) {
                TimeUnit.MILLISECONDS.sleep(200);
            }
            return TAKEN;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static HttpRequest.Builder request(Program program, String path, String role) {
        return HttpRequest.newBuilder(URI.create(program.url() + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + TestKeys.token("a", role));
    }

    private static JsonNode post(Program program, String path, String role, String body, int status) throws Exception {
        HttpResponse<String> response = HTTP.send(
                request(program, path, role)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        assertEquals(status, response.statusCode(), response.body());
        return Calls.json(response.body());
    }

    /** Asks until the program, which may just be starting, answers. */
    private static JsonNode get(Program program, String path) throws InterruptedException, IOException {
        program.awaitReady();
        HttpResponse<String> response =
                HTTP.send(request(program, path, Role.READER).GET().build(), BodyHandlers.ofString());
        assertEquals(200, response.statusCode(), response.body());
        return Calls.json(response.body());
    }

    private static void await(Connection database, String condition) throws Exception {
        long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!is(database, condition)) {
            assertTrue(System.nanoTime() < deadline, "waited for: " + condition);
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private static boolean is(Connection database, String condition) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(condition)) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static String text(Connection database, String sql) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static int number(Connection database, String sql) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }
}
