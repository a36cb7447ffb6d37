package org.tocsin.ingest.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.ingest.TestDatabase;
import org.tocsin.ingest.sql.Transactions;

class FreshReportsTest {
    private static TestDatabase database;
    private static Transactions transactions;
    private static ReadingQueue queue;
    private static FreshReports fresh;

    @BeforeAll
    static void start() throws Exception {
        database = new TestDatabase();
        transactions = new Transactions(database.source());
        queue = new ReadingQueue(transactions);
        fresh = new FreshReports(queue);
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        database.run("truncate report cascade");
    }

    @Test
    void thereAreSomeFromWhenTheyAreQueuedUntilTheyAreTaken() throws SQLException {
        assertFalse(fresh.areThere());
        UUID one = queued();
        queued();
        assertTrue(queue.isWaiting());
        assertEquals(one, queue.take(1).get(0).id());
        assertTrue(fresh.areThere(), "the other waits");
        queue.take(1);
        assertFalse(queue.isWaiting());
        assertFalse(fresh.areThere(), "another replica reads them");
        assertFalse(fresh.areBeingRead());
    }

    @Test
    void thereAreSomeWhileThisReplicaReads() {
        fresh.begin();
        fresh.begin();
        assertFalse(queue.isWaiting());
        fresh.end();
        assertTrue(fresh.areBeingRead());
        assertTrue(fresh.areThere());
        fresh.end();
        assertFalse(fresh.areBeingRead());
        assertFalse(fresh.areThere());
    }

    @Test
    void aReportWhoseReaderDiedWaitsAgain() throws SQLException {
        queued();
        queue.take(1);
        database.run("update reading_queue set leased_until = now() - interval '1 second'");
        assertTrue(fresh.areThere());
        queue.takeAgain();
        assertFalse(fresh.areThere());
    }

    @Test
    void aRetractedReportWaitsNoMore() throws SQLException {
        UUID report = queued();
        transactions.run(connection -> {
            queue.remove(connection, report);
            return report;
        });
        assertFalse(fresh.areThere());
    }

    private static UUID queued() throws SQLException {
        UUID report = database.report("PENDING");
        return transactions.run(connection -> {
            queue.add(connection, List.of(report), 1);
            return report;
        });
    }
}
