package org.tocsin.ingest.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CopyLinksTest {
    private static final String LEAD =
            "Rebels captured the river port of Ardania on Monday after a siege of three weeks, the mayor said.";
    private static final String BRIDGES =
            "Soldiers had blown up both bridges before they crossed the river, witnesses told reporters.";
    private static final String SHELTER =
            "About 4,000 people were sheltering in schools and churches, the Red Cross said.";
    private static final String WIRE = LEAD + " " + BRIDGES + " " + SHELTER;
    private static final String OTHER =
            "Farmers left their fields in the middle of the harvest because of floods, officials in Carda said.";

    private static NamedReports reports;

    @BeforeAll
    static void start() throws IOException {
        reports = new NamedReports();
    }

    @AfterAll
    static void stop() throws IOException {
        reports.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        reports.empty();
    }

    @Test
    void aCopyIsLinkedToTheOnePublishedFirst() throws SQLException {
        reports.come("wire", 0, WIRE);
        assertEquals(Set.of(), reports.come("site", 30, WIRE));
        reports.come("short", 60, LEAD + " " + BRIDGES);
        reports.come("other", 60, OTHER);
        assertEquals("other=- short=wire site=wire wire=-", reports.links());
    }

    @Test
    void ofOneMomentTheFirstIsWhichArrivedFirst() throws SQLException {
        reports.come("one", 0, WIRE);
        reports.come("two", 0, WIRE);
        assertEquals("one=- two=one", reports.links());
    }

    @Test
    void anOriginalThatArrivesLateStandsForAllThatWereThereBeforeIt() throws SQLException {
        reports.come("site", 30, WIRE);
        reports.come("short", 60, LEAD + " " + BRIDGES);
        reports.come("third", 90, WIRE);
        assertEquals("short=site site=- third=site", reports.links());
        Set<UUID> relinked = reports.come("wire", 0, WIRE);
        assertEquals("short=wire site=wire third=wire wire=-", reports.links());
        assertEquals(Set.of(reports.id("site"), reports.id("short"), reports.id("third")), relinked);
        assertEquals(2, reports.version("short"));
    }

    @Test
    void twoStoriesBecomeOneWhenTheReportThatHoldsBothArrives() throws SQLException {
        reports.come("first half", 30, LEAD + " " + BRIDGES);
        reports.come("second half", 60, LEAD.replace("the mayor said", "officials announced") + " " + SHELTER);
        assertEquals("first half=- second half=-", reports.links());
        reports.come("wire", 0, WIRE.replace("the mayor said", "the mayor and officials said"));
        assertEquals("first half=wire second half=wire wire=-", reports.links());
    }

    @Test
    void aRetractedOriginalStandsForNobody() throws SQLException {
        reports.come("wire", 0, WIRE);
        reports.come("site", 30, WIRE);
        reports.come("short", 60, LEAD + " " + BRIDGES);
        assertEquals(Set.of(reports.id("site"), reports.id("short")), reports.go("wire"));
        assertEquals("short=site site=- wire=-", reports.links());
        assertEquals(Set.of(), reports.go("wire"), "a second time nothing changes");
        reports.come("late", 90, WIRE);
        assertEquals("late=site short=site site=- wire=-", reports.links());
    }

    @Test
    void aRetractedCopyIsACopyNoMore() throws SQLException {
        reports.come("wire", 0, WIRE);
        reports.come("site", 30, WIRE);
        assertEquals(Set.of(), reports.go("site"));
        assertEquals("site=- wire=-", reports.links());
        assertEquals(2, reports.version("site"));
        reports.again("site", 30, WIRE);
        assertEquals("site=wire wire=-", reports.links());
        assertEquals(3, reports.version("site"));
    }

    @Test
    void aCorrectedOriginalThatTellsOtherwiseLosesItsCopiesAndOneThatTellsTheSameKeepsThem() throws SQLException {
        reports.come("wire", 0, WIRE);
        reports.come("site", 30, WIRE);
        reports.come("third", 60, WIRE);
        assertEquals(Set.of(), reports.again("wire", 0, WIRE.replace("4,000", "some 4,000")));
        assertEquals("site=wire third=wire wire=-", reports.links());
        assertEquals(
                Set.of(reports.id("site"), reports.id("third")),
                reports.again("wire", 0, WIRE.replace("captured", "failed to capture")));
        assertEquals("site=- third=site wire=-", reports.links());
    }

    @Test
    void aCorrectedTimeOfPublicationCanMakeACopyTheFirst() throws SQLException {
        reports.come("wire", 0, WIRE);
        reports.come("site", 30, WIRE);
        reports.come("third", 60, WIRE);
        reports.again("site", -30, WIRE);
        assertEquals("site=- third=site wire=site", reports.links());
        reports.again("site", 45, WIRE);
        assertEquals("site=wire third=wire wire=-", reports.links());
    }

    @Test
    void aCorrectedCopyThatTellsOtherwiseStandsAloneAndCanBeTheFirstOfOthers() throws SQLException {
        reports.come("wire", 0, WIRE);
        reports.come("site", 30, WIRE);
        reports.again("site", 30, WIRE.replace("Monday", "Thursday"));
        assertEquals("site=- wire=-", reports.links());
        reports.come("third", 60, WIRE.replace("Monday", "Thursday"));
        assertEquals("site=- third=site wire=-", reports.links());
    }

    @Test
    void aTextThatHasNoSentencesAnyMoreIsACopyNoMoreAndStandsForNobody() throws SQLException {
        reports.come("wire", 0, WIRE);
        reports.come("site", 30, WIRE);
        reports.come("third", 60, WIRE);
        reports.again("wire", 0, "(Deleted.)");
        assertEquals("site=- third=site wire=-", reports.links());
    }

    @Test
    void itDoesNotMatterInWhichOrderTheyArrive() throws SQLException {
        Map<String, Integer> minutes = Map.of("a", 0, "b", 10, "c", 20, "d", 30, "e", 40, "f", 50, "g", 60);
        Map<String, String> texts = Map.of(
                "a",
                WIRE,
                "b",
                LEAD + " " + BRIDGES,
                "c",
                WIRE.replace("Monday", "Thursday"),
                "d",
                SHELTER + " " + LEAD + " " + BRIDGES,
                "e",
                OTHER,
                "f",
                WIRE.replace("Monday", "Thursday").replace("4,000", "4000"),
                "g",
                OTHER);
        List<String> order = new ArrayList<>(minutes.keySet());
        Random random = new Random(3);
        for (int i = 0; i < 15; i++) {
            Collections.shuffle(order, random);
            empty();
            for (String name : order) {
                reports.come(name, of(minutes, name), of(texts, name));
            }
            assertEquals("a=- b=a c=- d=a e=- f=c g=e", reports.links(), order.toString());
            String gone = order.get(random.nextInt(order.size()));
            reports.go(gone);
            reports.again(gone, of(minutes, gone), of(texts, gone));
            assertEquals("a=- b=a c=- d=a e=- f=c g=e", reports.links(), order + " with " + gone + " once more");
        }
    }

    @Test
    void copiesThatArriveAtTheSameMomentAtDifferentWorkersAreLinkedAllTheSame() throws SQLException {
        for (int round = 0; round < 10; round++) {
            empty();
            List<CompletableFuture<Set<UUID>>> workers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                String name = "site " + i;
                int minute = 10 * ((i * 5) % 8);
                workers.add(CompletableFuture.supplyAsync(() -> reports.come(name, minute, WIRE)));
            }
            workers.forEach(CompletableFuture::join);
            assertEquals(
                    "site 0=- site 1=site 0 site 2=site 0 site 3=site 0 site 4=site 0 site 5=site 0 site 6=site 0 site 7=site 0",
                    reports.links());
        }
    }

    private static <T> T of(Map<String, T> known, String name) {
        return Objects.requireNonNull(known.get(name));
    }
}
