package org.tocsin.events.actor;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.tocsin.events.Calls.get;
import static org.tocsin.events.Calls.json;
import static org.tocsin.events.Calls.report;
import static org.tocsin.events.Calls.tree;
import static org.tocsin.events.actor.MergeCalls.takes;
import static org.tocsin.events.actor.MergeCalls.withdraw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tocsin.events.FeedReader;
import org.tocsin.testing.PostgresAndKeys;

/** What merges do to who holds what. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class MergesTest {
    private static final String GAO = "2457163";
    private static final String MOPTI = "2453348";
    private static final String SEGOU = "2451478";
    private static final String BAMAKO = "2460596";
    private static final String KAYES = "2455518";
    private static final String MNLA = "azawad-national-liberation-movement";

    private final MergeCalls merges = new MergeCalls();

    @AfterEach
    void takeBack() {
        merges.takeBack();
    }

    @Test
    void whatOneTookFromTheOtherIsRetractedAndComesBackWithTheWithdrawal() {
        takes(GAO, MNLA, "2012-03-31");
        takes(GAO, "ansar-dine", "2012-06-27");
        FeedReader feed = new FeedReader();
        JsonNode merge = merges.merged("ansar-dine", MNLA);
        String madeAt = merge.path("recordedAt").asText();
        assertEquals(
                List.of("RETRACTED 2012-06-27 ansar-dine -> " + MNLA + " CLAIMED current revising by merge"),
                feed.lines(GAO, 1));
        assertEquals(merge.path("id").asText() + "@" + madeAt, cause(feed));
        get("/places/" + GAO + "/control").body("holder.id", equalTo(MNLA), "since", equalTo("2012-03-31"));
        get("/places/" + GAO + "/control?knownAt=" + madeAt).body("holder.id", equalTo(MNLA));
        get("/places/" + GAO + "/control?knownAt=" + Instant.parse(madeAt).minusNanos(1_000))
                .body("holder.id", equalTo("ansar-dine"));
        get("/actors/ansar-dine").body("mergedInto", equalTo(MNLA), "side", equalTo(MNLA), "holdsFor", nullValue());

        FeedReader later = new FeedReader();
        JsonNode withdrawn = tree(withdraw(merge).statusCode(200).extract().asString());
        assertEquals(
                List.of("CHANGED_HANDS 2012-06-27 " + MNLA + " -> ansar-dine CLAIMED current by merge"),
                later.lines(GAO, 1));
        assertEquals(
                merge.path("id").asText() + "@" + withdrawn.path("withdrawnAt").asText(), cause(later));
        assertNotEquals(cause(feed), cause(later));
        get("/places/" + GAO + "/control?knownAt=" + madeAt).body("holder.id", equalTo(MNLA));
        get("/actors/ansar-dine").body("mergedInto", nullValue(), "side", equalTo("ansar-dine"));
    }

    @Test
    void placesOfAMemberGoWithItsUmbrellaOrByThemselves() {
        takes(MOPTI, "katiba-macina", "2018-03-01");
        FeedReader feed = new FeedReader();
        JsonNode umbrella = merges.merged("jamaat-nusrat-al-islam", "dan-na-ambassagou");
        assertEquals(
                List.of("CORRECTED 2018-03-01 government-of-ml -> dan-na-ambassagou CLAIMED current revising by merge"),
                feed.lines(MOPTI, 1));
        FeedReader next = new FeedReader();
        JsonNode member = merges.merged("katiba-macina", "mujao");
        assertEquals(
                List.of("CORRECTED 2018-03-01 government-of-ml -> mujao CLAIMED current revising by merge"),
                next.lines(MOPTI, 1));
        takes(MOPTI, "mujao", "2019-03-01");
        withdraw(umbrella).statusCode(200);
        FeedReader last = new FeedReader();
        withdraw(member).statusCode(200);
        assertEquals(
                List.of(
                        "CORRECTED 2018-03-01 government-of-ml -> jamaat-nusrat-al-islam CLAIMED revising by merge",
                        "CHANGED_HANDS 2019-03-01 jamaat-nusrat-al-islam -> mujao CLAIMED by merge"),
                last.lines(MOPTI, 2));
    }

    @Test
    void twoClaimantsThatAreOneAreOneSource() {
        for (String claimant : List.of("dan-na-ambassagou", "ansaru")) {
            ObjectNode said = report("wire of " + claimant, "2020-05-01T20:00:00Z", 1);
            MergeCalls.event(said, SEGOU, "mujao", "2020-05-01")
                    .put("stance", "CLAIMED")
                    .putObject("claimant")
                    .put("id", claimant)
                    .put("name", claimant);
            MergeCalls.send(said);
        }
        get("/places/" + SEGOU + "/control").body("assurance", equalTo("CORROBORATED"));
        FeedReader feed = new FeedReader();
        merges.merged("ansaru", "dan-na-ambassagou");
        assertEquals(
                List.of("ASSURANCE_CHANGED 2020-05-01 mujao -> mujao CLAIMED current by merge"), feed.lines(SEGOU, 1));
    }

    @Test
    void aGovernmentThatIsMergedIsABaselineHolderNoMore() {
        ObjectNode said = report("merge-wire", "2021-05-02T10:00:00Z", 1);
        MergeCalls.event(said, BAMAKO, "government-of-ml", "2021-05-01")
                .put("type", "TERRITORY_HELD")
                .put("changesHands", false);
        MergeCalls.send(said);
        FeedReader feed = new FeedReader();
        merges.merged("government-of-ml", "minusma");
        get("/places/" + KAYES + "/control").body("holder.id", equalTo("united-nations"));
        assertEquals(
                List.of("CORRECTED 2021-05-01 government-of-ml -> united-nations CLAIMED current by merge"),
                feed.lines(BAMAKO, 1));
        assertEquals(List.of(), feed.lines(KAYES, 0));
    }

    @Test
    void noEventThatComesMeanwhileIsForgotten() throws Exception {
        List<String> places = List.of("2451185", "2454268", "214974", "212902", "215771", "211734", "211647", "217745");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                for (String place : places) {
                    writers.add(threads.submit(() -> takes(place, "nduma-defence-of-congo", "2024-05-05")));
                }
            }
            writers.get(4).get(20, TimeUnit.SECONDS);
            merges.merged("nduma-defence-of-congo", "dan-na-ambassagou");
            for (Future<?> writer : writers) {
                writer.get(60, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
        for (String place : places) {
            FeedReader.await("Dan Na Ambassagou in " + place, () -> json("/places/" + place + "/control")
                    .path("holder")
                    .path("id")
                    .asText()
                    .equals("dan-na-ambassagou"));
        }
    }

    private static String cause(FeedReader feed) {
        return feed.changes(GAO, 1).get(0).path("cause").path("id").asText();
    }
}
