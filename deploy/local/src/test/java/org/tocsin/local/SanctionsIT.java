package org.tocsin.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A version of a list of real length goes into the three packaged services, and signed webhooks come out. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SanctionsIT {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final int ENTRIES = 15_000;
    private static final Duration WANTED = Duration.ofSeconds(60);

    @TempDir
    static Path folder;

    private static Stack stack;
    private static Receiver ofActor;
    private static Receiver ofPlace;
    private static Receiver ofOther;
    private static long sent;

    @BeforeAll
    static void mosulIsTakenAndAVersionIsInForce() throws IOException {
        stack = Stack.startedOnFreePorts(ROOT, folder);
        ofActor = subscribed("{\"actors\": [\"houthis\"]}");
        ofPlace = subscribed(
                "{\"places\": [{\"id\": \"99072\", \"reference\": \"PO 4711\"}], \"kinds\": [\"SANCTIONS_CHANGED\"]}");
        ofOther = subscribed("{\"actors\": [\"hezbollah\"], \"kinds\": [\"SANCTIONS_CHANGED\"]}");
        stack.api(stack.ingest(), "reporter")
                .post("/reports", Sample.foundingReport())
                .orTrouble("The founding report");
        Wait.until("Mosul to be held by the Islamic State", Duration.ofSeconds(60), () -> stack.api(
                        stack.events(), "reader")
                .get("/places/99072/control")
                .orTrouble("Control of Mosul")
                .path("holder")
                .path("id")
                .asText()
                .equals("islamic-state"));
        inForce(upload(rows("SDGT", false), 2));
    }

    @AfterAll
    static void everythingStops() {
        for (Receiver receiver : new Receiver[] {ofActor, ofPlace, ofOther}) {
            if (receiver != null) {
                receiver.close();
            }
        }
        if (stack != null) {
            stack.close();
        }
    }

    private static Receiver subscribed(String filter) throws IOException {
        Receiver receiver = Receiver.listen(0, arrival -> {});
        Api alerts = stack.api(stack.alerts(), "subscriber");
        ObjectNode wanted = Json.object()
                .put("name", "Lists")
                .put("endpoint", receiver.address().toString());
        wanted.set("filter", Json.read(filter));
        JsonNode made = alerts.post("/subscriptions", wanted).orTrouble("The subscription");
        receiver.secret(made.path("secret").asText());
        Wait.until("the endpoint to be verified", Duration.ofSeconds(30), () -> alerts.get(
                        "/subscriptions/" + made.path("id").asText())
                .orTrouble("The subscription")
                .path("status")
                .asText()
                .equals("ACTIVE"));
        return receiver;
    }

    /** SDN.CSV, with the Islamic State under these programmes, and with the Houthis or without. */
    private static String rows(String programmes, boolean houthis) {
        StringBuilder rows = new StringBuilder();
        row(rows, 4697, "HIZBALLAH", "SDGT");
        row(rows, 8759, "ISLAMIC STATE OF IRAQ AND THE LEVANT", programmes);
        for (int i = 0; i < ENTRIES; i++) {
            row(rows, 1_000_000 + i, "COMPANY NUMBER " + i, "SDNT");
        }
        if (houthis) {
            row(rows, 47_664, "ANSARALLAH", "SDGT");
        }
        return rows.append("\u001a\r\n").toString();
    }

    private static void row(StringBuilder rows, int number, String name, String programmes) {
        rows.append(number)
                .append(",\"")
                .append(name)
                .append("\",-0- ,\"")
                .append(programmes)
                .append("\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n");
    }

    /** @param daysAgo how old the file is; versions of the same day would leave no trace of each other in the days of entries */
    private static String upload(String file, int daysAgo) throws IOException {
        LocalDate asOf = LocalDate.now(ZoneOffset.UTC).minusDays(daysAgo);
        Api.Answer answer = stack.api(stack.events(), "admin")
                .post("/sanctions-lists/OFAC_SDN/versions?asOf=" + asOf, "application/octet-stream", file);
        answer.orTrouble("The version");
        String version = answer.location();
        return version.substring(version.indexOf("/sanctions-lists"));
    }

    private static void inForce(String version) {
        Wait.until("the version to be in force", Duration.ofSeconds(60), () -> stack.api(stack.events(), "reader")
                .get(version)
                .orTrouble("The version")
                .path("status")
                .asText()
                .equals("IN_FORCE"));
    }

    private static List<String> lines(Receiver receiver) {
        List<String> lines = new ArrayList<>();
        receiver.alerts().stream()
                .filter(arrival -> arrival.type().equals("tocsin.sanctions-changed"))
                .forEach(arrival -> {
                    JsonNode data = arrival.event().path("data");
                    JsonNode sanctions = data.path("change").path("sanctions");
                    lines.add(data.path("alert").path("message").asText() + " "
                            + data.path("change").path("actor").path("id").asText() + " "
                            + sanctions.path("before").asText() + ">"
                            + sanctions.path("after").asText() + " "
                            + data.path("alert").path("reference").asText()
                            + (arrival.verified() ? " verified" : " not verified"));
                });
        return lines;
    }

    @Test
    @Order(1)
    void aListingAndAnAmendmentRingWithinAMinute() throws IOException {
        sent = System.nanoTime();
        inForce(upload(rows("SDGT] [FTO", true), 1));
        long taken = System.nanoTime();
        Wait.until(
                "the webhooks",
                WANTED,
                () -> !lines(ofActor).isEmpty() && !lines(ofPlace).isEmpty());
        long last = Math.max(
                ofActor.alerts().get(0).nanoTime(), ofPlace.alerts().get(0).nanoTime());
        System.out.printf(
                "list change: %,d entries, upload to in force %,d ms, upload to signed webhook %,d ms%n",
                ENTRIES, TimeUnit.NANOSECONDS.toMillis(taken - sent), TimeUnit.NANOSECONDS.toMillis(last - sent));
        assertTrue(last - sent < WANTED.toNanos());
        assertEquals(List.of("ALERT houthis NOT_LISTED>LISTED null verified"), lines(ofActor));
        assertEquals(List.of("ALERT islamic-state LISTED>LISTED PO 4711 verified"), lines(ofPlace));
    }

    @Test
    @Order(2)
    void aDelistingRingsAsAnAlertOfItsOwn() throws IOException {
        inForce(upload(rows("SDGT] [FTO", false), 0));
        Wait.until("the webhook", WANTED, () -> lines(ofActor).size() > 1);
        assertEquals(
                "ALERT houthis LISTED>WAS_LISTED null verified", lines(ofActor).get(1));
        assertEquals(1, lines(ofPlace).size());
        assertEquals(List.of(), lines(ofOther));
    }

    @Test
    @Order(3)
    void theHolderOfACityHasItsStandingOfThenAndOfNow() throws IOException {
        JsonNode control = stack.api(stack.events(), "reader")
                .get("/places/99072/control?at=2014-06-20")
                .orTrouble("Control of Mosul");
        assertEquals(
                Json.read("[{\"list\": \"OFAC_SDN\", \"actor\": \"islamic-state\", \"standing\": \"LISTED\","
                        + " \"reference\": \"8759\", \"since\": \"2004-10-15\", \"now\": \"LISTED\"}]"),
                control.path("sanctions"));
    }
}
