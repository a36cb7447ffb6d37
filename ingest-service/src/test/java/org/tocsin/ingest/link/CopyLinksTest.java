package org.tocsin.ingest.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.ingest.copy.Story;

class CopyLinksTest {
    private static final Instant NOON = Instant.parse("2014-06-10T12:00:00Z");
    private static final String LEAD =
            "Rebels captured the river port of Ardania on Monday after a siege of three weeks, the mayor said.";
    private static final String BRIDGES =
            "Soldiers had blown up both bridges before they crossed the river, witnesses told reporters.";
    private static final String SHELTER =
            "About 4,000 people were sheltering in schools and churches, the Red Cross said.";
    private static final String WIRE = LEAD + " " + BRIDGES + " " + SHELTER;
    private static final String OTHER =
            "Farmers left their fields in the middle of the harvest because of floods, officials in Carda said.";

    private static EmbeddedPostgres postgres;

    private final CopyLinks links = new CopyLinks(new SimpleMeterRegistry());
    private final Map<String, UUID> ids = new LinkedHashMap<>();

    @BeforeAll
    static void startPostgres() throws Exception {
        postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
        Flyway.configure().dataSource(postgres.getPostgresDatabase()).load().migrate();
    }

    @AfterAll
    static void stopPostgres() throws Exception {
        postgres.close();
    }

    @BeforeEach
    @AfterEach
    void empty() throws SQLException {
        try (Connection connection = connection()) {
            connection.createStatement().execute("truncate copy, copy_fingerprint, dispatch_copy, report cascade");
            connection.commit();
        }
    }

    @Test
    void aCopyIsLinkedToTheOnePublishedFirst() throws SQLException {
        come("wire", 0, WIRE);
        assertEquals(Set.of(), come("site", 30, WIRE));
        come("short", 60, LEAD + " " + BRIDGES);
        come("other", 60, OTHER);
        assertEquals("other=- short=wire site=wire wire=-", links());
    }

    @Test
    void ofOneMomentTheFirstIsWhichArrivedFirst() throws SQLException {
        come("one", 0, WIRE);
        come("two", 0, WIRE);
        assertEquals("one=- two=one", links());
    }

    @Test
    void anOriginalThatArrivesLateStandsForAllThatWereThereBeforeIt() throws SQLException {
        come("site", 30, WIRE);
        come("short", 60, LEAD + " " + BRIDGES);
        come("third", 90, WIRE);
        assertEquals("short=site site=- third=site", links());
        Set<UUID> relinked = come("wire", 0, WIRE);
        assertEquals("short=wire site=wire third=wire wire=-", links());
        assertEquals(Set.of(ids.get("site"), ids.get("short"), ids.get("third")), relinked);
        assertEquals(2, version("short"));
    }

    @Test
    void twoStoriesBecomeOneWhenTheReportThatHoldsBothArrives() throws SQLException {
        come("first half", 30, LEAD + " " + BRIDGES);
        come("second half", 60, LEAD.replace("the mayor said", "officials announced") + " " + SHELTER);
        assertEquals("first half=- second half=-", links());
        come("wire", 0, WIRE.replace("the mayor said", "the mayor and officials said"));
        assertEquals("first half=wire second half=wire wire=-", links());
    }

    @Test
    void aRetractedOriginalStandsForNobody() throws SQLException {
        come("wire", 0, WIRE);
        come("site", 30, WIRE);
        come("short", 60, LEAD + " " + BRIDGES);
        assertEquals(Set.of(ids.get("site"), ids.get("short")), go("wire"));
        assertEquals("short=site site=- wire=-", links());
        assertEquals(Set.of(), go("wire"), "a second time nothing changes");
        come("late", 90, WIRE);
        assertEquals("late=site short=site site=- wire=-", links());
    }

    @Test
    void aRetractedCopyIsACopyNoMore() throws SQLException {
        come("wire", 0, WIRE);
        come("site", 30, WIRE);
        assertEquals(Set.of(), go("site"));
        assertEquals("site=- wire=-", links());
        assertEquals(2, version("site"));
        again("site", 30, WIRE);
        assertEquals("site=wire wire=-", links());
        assertEquals(3, version("site"));
    }

    @Test
    void aCorrectedOriginalThatTellsOtherwiseLosesItsCopiesAndOneThatTellsTheSameKeepsThem() throws SQLException {
        come("wire", 0, WIRE);
        come("site", 30, WIRE);
        come("third", 60, WIRE);
        assertEquals(Set.of(), again("wire", 0, WIRE.replace("4,000", "some 4,000")));
        assertEquals("site=wire third=wire wire=-", links());
        assertEquals(
                Set.of(ids.get("site"), ids.get("third")),
                again("wire", 0, WIRE.replace("captured", "failed to capture")));
        assertEquals("site=- third=site wire=-", links());
    }

    @Test
    void aCorrectedTimeOfPublicationCanMakeACopyTheFirst() throws SQLException {
        come("wire", 0, WIRE);
        come("site", 30, WIRE);
        come("third", 60, WIRE);
        again("site", -30, WIRE);
        assertEquals("site=- third=site wire=site", links());
        again("site", 45, WIRE);
        assertEquals("site=wire third=wire wire=-", links());
    }

    @Test
    void aCorrectedCopyThatTellsOtherwiseStandsAloneAndCanBeTheFirstOfOthers() throws SQLException {
        come("wire", 0, WIRE);
        come("site", 30, WIRE);
        again("site", 30, WIRE.replace("Monday", "Thursday"));
        assertEquals("site=- wire=-", links());
        come("third", 60, WIRE.replace("Monday", "Thursday"));
        assertEquals("site=- third=site wire=-", links());
    }

    @Test
    void aTextThatHasNoSentencesAnyMoreIsACopyNoMoreAndStandsForNobody() throws SQLException {
        come("wire", 0, WIRE);
        come("site", 30, WIRE);
        come("third", 60, WIRE);
        again("wire", 0, "(Deleted.)");
        assertEquals("site=- third=site wire=-", links());
    }

    @Test
    void moreThanFiveDaysLaterTheSameTextIsAnotherReport() throws SQLException {
        come("wire", 0, WIRE);
        come("week", 8 * 24 * 60, WIRE);
        assertEquals("week=- wire=-", links());
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
                come(name, of(minutes, name), of(texts, name));
            }
            assertEquals("a=- b=a c=- d=a e=- f=c g=e", links(), order.toString());
            String gone = order.get(random.nextInt(order.size()));
            go(gone);
            again(gone, of(minutes, gone), of(texts, gone));
            assertEquals("a=- b=a c=- d=a e=- f=c g=e", links(), order + " with " + gone + " once more");
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
                workers.add(CompletableFuture.supplyAsync(() -> come(name, minute, WIRE)));
            }
            workers.forEach(CompletableFuture::join);
            assertEquals(
                    "site 0=- site 1=site 0 site 2=site 0 site 3=site 0 site 4=site 0 site 5=site 0 site 6=site 0 site 7=site 0",
                    links());
        }
    }

    @Test
    void whatAnAgencyAddsToEveryStoryHidesNoCopy() throws SQLException {
        String background =
                "The war began four years ago when generals of the north refused an order to disarm their men."
                        + " Two rounds of talks in the capital of a neighbouring country came to nothing.";
        for (int i = 0; i < 60; i++) {
            come(
                    "story " + i,
                    i,
                    "Shells hit the village of Place" + i + " on Monday and destroyed the mill of Owner" + i
                            + ", people said. " + background);
        }
        assertEquals(60, links().split("=-").length);
        come(
                "copy",
                100,
                "Shells hit the village of Place30 on Monday and destroyed the mill of Owner30, people said. "
                        + background);
        assertTrue(links().contains("copy=story 30"), links());
    }

    /** A new report comes and is read. */
    private Set<UUID> come(String name, int minute, String text) {
        try (Connection connection = connection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into report (id, publisher, title, text, published_at, live, received_at, received_from, revision,
                            revised_at, status) values (?, ?, 'A title', ?, ?, true, now(), 'test', 1, now(), 'PENDING')
                        """)) {
            UUID id = UUID.randomUUID();
            synchronized (ids) {
                ids.put(name, id);
            }
            insert.setObject(1, id);
            insert.setString(2, name);
            insert.setString(3, text);
            insert.setObject(4, at(minute).atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
            Set<UUID> changed = links.come(connection, id, Story.of(text, at(minute), List.of()));
            connection.commit();
            return changed;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** A report is corrected and read again. */
    private Set<UUID> again(String name, int minute, String text) throws SQLException {
        try (Connection connection = connection();
                PreparedStatement update =
                        connection.prepareStatement("update report set text = ?, published_at = ? where id = ?")) {
            update.setString(1, text);
            update.setObject(2, at(minute).atOffset(ZoneOffset.UTC));
            update.setObject(3, ids.get(name));
            update.executeUpdate();
            Set<UUID> changed = links.come(connection, of(ids, name), Story.of(text, at(minute), List.of()));
            connection.commit();
            return changed;
        }
    }

    private Set<UUID> go(String name) throws SQLException {
        try (Connection connection = connection()) {
            Set<UUID> changed = links.go(connection, of(ids, name));
            connection.commit();
            return changed;
        }
    }

    /** Every report with the one that it is a copy of, by name. */
    private String links() throws SQLException {
        Map<String, String> links = new TreeMap<>();
        try (Connection connection = connection();
                ResultSet row = connection.createStatement().executeQuery("""
                        select r.publisher, coalesce(f.publisher, '-') from report r
                        left join copy c on c.report = r.id left join report f on f.id = c.copy_of
                        """)) {
            while (row.next()) {
                links.put(row.getString(1), row.getString(2));
            }
        }
        List<String> shown = new ArrayList<>();
        links.forEach((report, first) -> shown.add(report + "=" + first));
        return String.join(" ", shown);
    }

    private int version(String name) throws SQLException {
        try (Connection connection = connection();
                PreparedStatement select = connection.prepareStatement("select version from copy where report = ?")) {
            select.setObject(1, ids.get(name));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private static Instant at(int minute) {
        return NOON.plus(Duration.ofMinutes(minute));
    }

    private static Connection connection() throws SQLException {
        Connection connection = postgres.getPostgresDatabase().getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private static <T> T of(Map<String, T> known, String name) {
        return Objects.requireNonNull(known.get(name));
    }
}
