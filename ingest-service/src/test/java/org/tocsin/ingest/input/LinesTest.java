package org.tocsin.ingest.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinesTest {
    /** Gives at most {@code piece} bytes at a time. */
    private static List<String> linesOf(String text, int longest, int piece) throws IOException {
        InputStream bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        Lines lines = new Lines(
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        return bytes.read();
                    }

                    @Override
                    public int read(byte[] buffer, int offset, int length) throws IOException {
                        return bytes.read(buffer, offset, Math.min(length, piece));
                    }
                },
                longest);
        List<String> found = new ArrayList<>();
        for (Optional<Lines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            Lines.Line l = line.get();
            String content = l.tooLong() ? "TOO LONG" : new String(l.bytes(), StandardCharsets.UTF_8);
            found.add(l.number() + ":" + content + (l.isBlank() ? " BLANK" : ""));
        }
        return found;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 100_000})
    void linesAreTheSameInWhateverPiecesTheyCome(int piece) throws IOException {
        assertEquals(
                List.of("1:one", "2: BLANK", "3:thr\u00e9e", "4:TOO LONG", "5:five", "6: \t\r BLANK", "7:last"),
                linesOf("one\n\nthr\u00e9e\n" + "x".repeat(21) + "\nfive\n \t\r\nlast", 20, piece));
    }

    @Test
    void aLineAsLongAsTheLimitIsKept() throws IOException {
        String longest = "x".repeat(300_000);
        assertEquals(List.of("1:" + longest, "2:y"), linesOf(longest + "\ny\n", 300_000, 65_536));
        assertEquals(List.of("1:TOO LONG", "2:y"), linesOf(longest + "x\ny\n", 300_000, 65_536));
        assertEquals(List.of("1:TOO LONG"), linesOf(longest + "x", 300_000, 65_536));
    }

    @Test
    void nothingHasNoLines() throws IOException {
        assertEquals(List.of(), linesOf("", 10, 10));
        assertEquals(List.of("1: BLANK"), linesOf("\n", 10, 10));
    }
}
