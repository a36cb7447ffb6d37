package org.tocsin.alerts.outlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.alerts.Api;
import org.tocsin.alerts.Feed;
import org.tocsin.alerts.Made;
import org.tocsin.alerts.Receiver;
import org.tocsin.alerts.Surroundings;
import org.tocsin.service.access.Role;
import org.tocsin.testing.PostgresAndKeys;
import org.tocsin.testing.TestKeys;

/** Alerts as server-sent events. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(Surroundings.class)
class StreamTest {
    private final String name = "stream-" + UUID.randomUUID();
    private final String token = TestKeys.token(name, Role.SUBSCRIBER);
    private final Api owner = Api.subscriber(name);
    private Feed feed;
    private Receiver receiver;

    @BeforeEach
    void open() {
        feed = new Feed();
        receiver = new Receiver();
    }

    @AfterEach
    void close() {
        owner.get("/subscriptions").jsonPath().getList("items.id").forEach(id -> owner.delete("/subscriptions/" + id));
        feed.close();
        receiver.close();
    }

    @Test
    void alertsArriveAsTheyAreMadeAndWhatWasMissedArrivesAfterwards() throws Exception {
        Made.active(owner, receiver, "");
        String first;
        try (StreamReader stream = StreamReader.open(token, "")) {
            feed.add(Feed.change(c -> {}));
            StreamReader.Event event = stream.next();
            assertEquals(Receiver.body(receiver.awaitAlerts(1).get(0)), event.data());
            first = event.id();
        }
        feed.add(Feed.change(c -> {}), Feed.change(c -> {}));
        receiver.awaitAlerts(3);
        try (StreamReader stream = StreamReader.open(token, "", "Last-Event-ID", first)) {
            String second = stream.next().id();
            String third = stream.next().id();
            assertNotEquals(first, second);
            feed.add(Feed.change(c -> {}));
            String fourth = stream.next().id();
            assertTrue(Long.parseLong(second) < Long.parseLong(third), second + " " + third);
            assertTrue(Long.parseLong(third) < Long.parseLong(fourth), third + " " + fourth);
            assertEquals(
                    List.of(fourth),
                    List.of(owner.get("/alerts?after=" + third).jsonPath().getString("next")));
        }
        try (StreamReader stream = StreamReader.open(token, "?after=" + first)) {
            assertEquals(
                    2,
                    stream.next()
                            .data()
                            .path("data")
                            .path("alert")
                            .path("sequence")
                            .asInt());
        }
    }

    @Test
    void nobodySeesAnotherOwnersAlertsNorThoseOfAnotherSubscription() throws Exception {
        Made one = Made.active(owner, receiver, ", \"filter\": {\"places\": [{\"id\": \"99072\"}]}");
        Made.active(owner, receiver, ", \"filter\": {\"places\": [{\"id\": \"90150\"}]}");
        String other = TestKeys.token("other-" + name, Role.SUBSCRIBER);
        try (StreamReader theirs = StreamReader.open(other, "");
                StreamReader his = StreamReader.open(token, "?subscription=" + one.id())) {
            feed.add(Feed.change(c -> c.withObject("/place").put("id", "90150")), Feed.change(c -> {}));
            assertEquals("places/99072", his.next().data().path("subject").asText());
            receiver.awaitAlerts(2);
            assertTrue(theirs.isEmpty(), "another owner's");
            assertTrue(his.isEmpty(), "another subscription's");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"?after=x", "?after=-1", "?subscription=x", "?after=9999999999999999999999"})
    void whatCannotBeReadIsAProblem(String query) throws Exception {
        HttpResponse<InputStream> response = StreamReader.response(token, query);
        assertEquals(400, response.statusCode());
        String body = new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(body.contains("urn:tocsin:problem:invalid-request"), body);
    }

    @Test
    void theHeaderIsCheckedAndATokenIsNeeded() throws Exception {
        assertEquals(
                400, StreamReader.response(token, "", "Last-Event-ID", "x1").statusCode());
        assertEquals(401, StreamReader.response("nonsense", "").statusCode());
        assertEquals(
                403,
                StreamReader.response(TestKeys.token(name, Role.REPORTER), "").statusCode());
    }

    @Test
    void oneOwnerHasAtMostTwentyStreamsAndAClosedOneCountsNoMore() throws Exception {
        Made.active(owner, receiver, "");
        List<StreamReader> open = new ArrayList<>();
        for (int i = 0; i < AlertStreams.PER_OWNER; i++) {
            open.add(StreamReader.open(token, ""));
        }
        assertEquals(429, StreamReader.response(token, "").statusCode());
        for (StreamReader stream : open) {
            stream.close();
        }
        Api.until("a stream to be free", () -> {
            feed.add(Feed.change(c -> {}));
            return free();
        });
    }

    private boolean free() {
        try {
            HttpResponse<InputStream> response = StreamReader.response(token, "");
            response.body().close();
            return response.statusCode() == 200;
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
