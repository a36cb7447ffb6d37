package org.tocsin.ingest.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkRowsTest {
    /** What an agency adds to every story. */
    private static final String[] BACKGROUND = {
        "The war began four years ago when generals of the north refused an order to disarm their men.",
        "Two rounds of talks in the capital of a neighbouring country came to nothing.",
        "Both sides accuse the other of using the dry season to bring guns over the border.",
        "Aid convoys need eleven permits before they can leave the harbour, drivers say.",
        "Gold from the western hills pays for most of the fuel and the rifles.",
        "A court in Europe has asked for the arrest of three commanders since March.",
        "More than nine million people had to leave their homes, by the count of the United Nations.",
        "Schools have been closed in most provinces since the second winter of fighting.",
        "The central bank moved to the coast and prints money for one side only.",
        "Peacekeepers left the country after Parliament ended their mandate in December.",
    };

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

    @ParameterizedTest
    @ValueSource(ints = {2, 10})
    void whatAnAgencyAddsToEveryStoryHidesNoCopy(int sentences) throws SQLException {
        for (int i = 0; i < 60; i++) {
            reports.come("story " + i, i, story(i, sentences));
        }
        assertEquals(60, reports.links().split("=-").length);
        reports.come("copy", 100, story(30, sentences));
        assertTrue(reports.links().contains("copy=story 30"), reports.links());
    }

    @Test
    void moreThanFiveDaysLaterTheSameTextIsAnotherReport() throws SQLException {
        reports.come("wire", 0, story(1, 2));
        reports.come("week", 8 * 24 * 60, story(1, 2));
        assertEquals("week=- wire=-", reports.links());
    }

    private static String story(int number, int background) {
        return "Shells hit the village of Place" + number + " on Monday and destroyed the mill of Owner" + number
                + ", people said. " + String.join(" ", List.of(BACKGROUND).subList(0, background));
    }
}
