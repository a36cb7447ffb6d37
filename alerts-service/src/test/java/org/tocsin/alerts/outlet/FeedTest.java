package org.tocsin.alerts.outlet;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.StringReader;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.alerts.Api;
import org.tocsin.alerts.Feed;
import org.tocsin.alerts.Made;
import org.tocsin.alerts.Receiver;
import org.tocsin.alerts.Surroundings;
import org.tocsin.testing.PostgresAndKeys;

/** Alerts as an Atom feed of CAP messages, read by somebody else's feed reader. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(Surroundings.class)
class FeedTest {
    private static final String FILTER =
            ", \"filter\": {\"places\": [{\"id\": \"99072\", \"reference\": \"PO <4711> & co\"}]}";

    private final Api owner = Api.subscriber("feed-" + UUID.randomUUID());
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
    void aReaderOfFeedsSeesAlertsAndTheirCorrectionsAsCapMessages() throws Exception {
        Made made = Made.active(owner, receiver, FILTER);
        String address = key(made);
        assertTrue(read(address).getEntries().isEmpty(), "nothing yet");
        ObjectNode change = Feed.change(c -> {});
        feed.add(change);
        receiver.awaitAlerts(1);
        feed.add(Feed.change(c -> c.put("kind", "RETRACTED")
                .put("revises", change.path("id").asText())
                .set("from", c.path("to"))));
        receiver.awaitAlerts(2);

        SyndFeed read = read(address);
        assertEquals("Tocsin: Shipments", read.getTitle());
        List<SyndEntry> entries = read.getEntries();
        assertEquals(2, entries.size());
        assertEquals(
                "Mosul changed hands from Government of Iraq to Islamic State",
                entries.get(1).getTitle());
        assertEquals(
                "Taken back: that Mosul went to Islamic State", entries.get(0).getTitle());
        String first = cap(entries.get(1));
        String last = cap(entries.get(0));
        assertEquals("Alert", of(first, "msgType"));
        assertEquals("Possible", of(first, "certainty"));
        assertEquals("Severe", of(first, "severity"));
        assertEquals("Mosul, IQ", of(first, "areaDesc"));
        assertEquals("36.33500,43.11889 5", of(first, "circle"));
        assertTrue(first.contains("PO &lt;4711&gt; &amp; co"), first);
        assertFalse(first.contains("<references>"), first);
        assertEquals("Cancel", of(last, "msgType"));
        assertEquals("Unlikely", of(last, "certainty"));
        assertEquals(
                of(first, "sender") + "," + of(first, "identifier") + "," + of(first, "sent"), of(last, "references"));
        assertTrue(of(first, "sent").matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d-00:00"), first);
        assertEquals("urn:uuid:" + of(first, "identifier"), entries.get(1).getUri());
    }

    @Test
    void anUnchangedFeedIsNotSentAgain() {
        Made made = Made.active(owner, receiver, FILTER);
        String address = key(made);
        Response before = get(address);
        String tag = before.header("ETag");
        assertEquals(
                304,
                given().header("If-None-Match", tag)
                        .urlEncodingEnabled(false)
                        .get(path(address))
                        .statusCode());
        feed.add(Feed.change(c -> {}));
        receiver.awaitAlerts(1);
        assertEquals(
                200,
                given().header("If-None-Match", tag)
                        .urlEncodingEnabled(false)
                        .get(path(address))
                        .statusCode());
    }

    @Test
    void olderAlertsStandOnFurtherPages() throws Exception {
        Made made = Made.active(owner, receiver, FILTER);
        String address = key(made);
        for (int i = 0; i < 105; i++) {
            feed.add(Feed.change(c -> {}));
        }
        receiver.awaitAlerts(105);
        SyndFeed newest = read(address);
        assertEquals(100, newest.getEntries().size());
        String next = newest.getLinks().stream()
                .filter(link -> link.getRel().equals("next"))
                .findFirst()
                .orElseThrow()
                .getHref();
        SyndFeed older = read(next);
        assertEquals(5, older.getEntries().size());
        assertTrue(older.getLinks().stream().noneMatch(link -> link.getRel().equals("next")), "no more");
        get(next.replaceAll("before=\\d+", "before=x")).then().statusCode(400).body("errors.field", contains("before"));
    }

    @Test
    void aKeyOpensItsOwnFeedUntilItIsRevoked() {
        Made made = Made.by(owner, receiver, "");
        Made other = Made.by(owner, receiver, "");
        String address = key(made);
        get(address).then().statusCode(200);
        get(address.replace(made.id(), other.id())).then().statusCode(404);
        get(address + "x").then().statusCode(404);
        get(address.replaceAll("[?].*", ""))
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:tocsin:problem:not-found"));
        String keys = "/subscriptions/" + made.id() + "/feed-keys";
        String id = owner.get(keys)
                .then()
                .statusCode(200)
                .body("items.url", contains(nullValue()), "next", nullValue())
                .extract()
                .path("items[0].id");
        Api stranger = Api.subscriber("stranger-" + UUID.randomUUID());
        stranger.get(keys).then().statusCode(404);
        stranger.post(keys, "").then().statusCode(404);
        stranger.delete(keys + "/" + id).then().statusCode(404);
        owner.delete(keys + "/" + id).then().statusCode(204);
        owner.delete(keys + "/" + id).then().statusCode(404);
        get(address).then().statusCode(404);
        owner.get(keys).then().body("items", empty());
    }

    @Test
    void aFeedHasAtMostTwentyKeys() {
        Made made = Made.by(owner, receiver, "");
        String keys = "/subscriptions/" + made.id() + "/feed-keys";
        for (int i = 0; i < 20; i++) {
            owner.post(keys, "").then().statusCode(201);
        }
        owner.post(keys, "").then().statusCode(409);
    }

    private String key(Made made) {
        return made.owner()
                .post("/subscriptions/" + made.id() + "/feed-keys", "")
                .then()
                .statusCode(201)
                .extract()
                .path("url");
    }

    private static String path(String address) {
        URI uri = URI.create(address);
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    private static Response get(String address) {
        return given().urlEncodingEnabled(false).get(path(address));
    }

    private static SyndFeed read(String address) throws Exception {
        Response response = get(address);
        assertEquals(200, response.statusCode(), response.asString());
        assertTrue(response.contentType().startsWith("application/atom+xml"), response.contentType());
        return new SyndFeedInput().build(new StringReader(response.asString()));
    }

    private static String cap(SyndEntry entry) {
        assertEquals("application/cap+xml", entry.getContents().get(0).getType());
        return entry.getContents().get(0).getValue();
    }

    private static String of(String cap, String element) {
        Matcher matcher = Pattern.compile("<" + element + "[^>]*>([^<]*)</").matcher(cap);
        assertTrue(matcher.find(), () -> element + " in " + cap);
        return matcher.group(1);
    }
}
