package org.tocsin.ingest.outbox;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tocsin.ingest.EventsAddress;
import org.tocsin.service.access.Role;
import org.tocsin.testing.PostgresAndKeys;
import org.tocsin.testing.StubServer;
import org.tocsin.testing.TestKeys;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(EventsAddress.class)
class SendingTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static StubServer events;

    @BeforeAll
    static void start() {
        events = StubServer.start(
                EventsAddress.port(),
                r -> StubServer.Answer.json(200, "{\"report\": \"\", \"revision\": 1, \"items\": []}"));
    }

    @AfterAll
    static void stop() {
        events.close();
    }

    @Test
    void whatIsSentIsTheExampleOfTheContract() throws IOException {
        String id = given().auth()
                .oauth2(TestKeys.token("a", Role.REPORTER))
                .contentType(ContentType.JSON)
                .body("""
                        {"publisher": "example-wire", "title": "Militants seize Mosul",
                         "text": "Islamic State fighters seized Mosul from the army on Tuesday.",
                         "publishedAt": "2014-06-10T15:30:00Z", "url": "https://wire.example/2014/06/10/mosul"}
                        """)
                .when()
                .post("/reports")
                .then()
                .statusCode(201)
                .body("status", equalTo("PENDING"))
                .extract()
                .path("id");
        List<StubServer.Request> sent =
                events.await(1, r -> r.path().equals("/reports/" + id + "/events"), Duration.ofSeconds(10));
        String example = Files.readString(Path.of("..", "docs", "api", "examples", "report-events.request.json"));
        assertEquals("PUT", sent.get(0).method());
        assertEquals("Bearer first-token", sent.get(0).header("authorization"));
        assertEquals(
                JSON.readTree(example.replace("0b9f3c52-6a0e-4f43-9a3e-6d1a3c1f0a11", id)),
                JSON.readTree(sent.get(0).body()));
        given().auth()
                .oauth2(TestKeys.token("a", Role.REPORTER))
                .get("/reports/{id}/claims", id)
                .then()
                .statusCode(200)
                .body("status", equalTo("READ"))
                .body("items[0].id", equalTo(id + "-1-0-0"));
    }
}
