package org.tocsin.ingest.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpoolTest {
    @Test
    void whatIsWrittenIsReadInOrderThoughTheReaderIsLate() throws IOException {
        Random random = new Random(1);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try (Spool spool = new Spool()) {
            for (int round = 0; round < 5; round++) {
                for (int i = 0; i < 40; i++) {
                    byte[] piece = new byte[1 + random.nextInt(60_000)];
                    random.nextBytes(piece);
                    spool.write(piece);
                    written.write(piece);
                }
                for (int i = 0; i < 20; i++) {
                    read.write(spool.read());
                }
            }
            spool.finish();
            for (byte[] piece = spool.read(); piece.length > 0; piece = spool.read()) {
                read.write(piece);
            }
        }
        assertArrayEquals(written.toByteArray(), read.toByteArray());
    }

    @Test
    void aFailureIsToldAfterWhatWasWrittenBefore() throws IOException {
        try (Spool spool = new Spool()) {
            spool.write(new byte[] {7});
            spool.fail(new IOException("gone"));
            assertEquals(1, spool.read().length);
            assertThrows(IOException.class, spool::read);
        }
    }

    @Test
    void nobodyWritesToWhatIsNotReadAnyMore() throws IOException {
        Spool spool = new Spool();
        spool.close();
        assertThrows(IOException.class, () -> spool.write(new byte[1]));
    }
}
