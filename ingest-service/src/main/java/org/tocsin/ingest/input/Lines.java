package org.tocsin.ingest.input;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/** Cuts a stream into lines, holding one line and a piece of the next in memory. A line that is too long is passed over, not kept. */
public final class Lines {
    private static final int PIECE = 64 * 1024;

    private final InputStream in;
    private final int longest;
    private byte[] buffer = new byte[PIECE];
    private int start;
    private int end;
    private int searched;
    private boolean ended;
    private long number;

    /** @param longest bytes of the longest line that is kept */
    public Lines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /**
     * One line, without its end.
     *
     * @param number counted from 1
     * @param bytes empty when it was too long
     */
    @SuppressWarnings("ArrayRecordComponent") // read at once and never compared
    public record Line(long number, byte[] bytes, boolean tooLong) {
        public boolean isBlank() {
            for (byte b : bytes) {
                if (b != ' ' && b != '\t' && b != '\r') {
                    return false;
                }
            }
            return !tooLong;
        }
    }

    /** Whether the next line is here already, so that taking it will not wait for the sender. */
    public boolean hasNextNow() {
        return lineEnd() >= 0 || ended;
    }

    /** The next line, or nothing at the end; a last line need not have an end. */
    public Optional<Line> next() throws IOException {
        boolean tooLong = false;
        while (true) {
            int lineEnd = lineEnd();
            if (lineEnd >= 0) {
                return Optional.of(take(lineEnd, lineEnd + 1, tooLong));
            }
            if (ended) {
                return start == end && !tooLong ? Optional.empty() : Optional.of(take(end, end, tooLong));
            }
            if (end - start > longest) {
                tooLong = true;
            }
            if (tooLong) {
                start = end;
                searched = end;
            }
            fill();
        }
    }

    private Line take(int lineEnd, int next, boolean tooLong) {
        boolean cut = tooLong || lineEnd - start > longest;
        byte[] bytes = cut ? new byte[0] : Arrays.copyOfRange(buffer, start, lineEnd);
        start = next;
        searched = next;
        number++;
        return new Line(number, bytes, cut);
    }

    private int lineEnd() {
        while (searched < end) {
            if (buffer[searched] == '\n') {
                return searched;
            }
            searched++;
        }
        return -1;
    }

    private void fill() throws IOException {
        if (start == end) {
            start = 0;
            end = 0;
            searched = 0;
            if (buffer.length > 16 * PIECE) {
                buffer = new byte[PIECE];
            }
        }
        if (end == buffer.length) {
            if (start > 0) {
                System.arraycopy(buffer, start, buffer, 0, end - start);
                end -= start;
                searched -= start;
                start = 0;
            } else {
                buffer = Arrays.copyOf(buffer, buffer.length * 2);
            }
        }
        int read = in.read(buffer, end, buffer.length - end);
        if (read < 0) {
            ended = true;
        } else {
            end += read;
        }
    }
}
