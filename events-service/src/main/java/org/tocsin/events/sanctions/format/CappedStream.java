package org.tocsin.events.sanctions.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Counts what is unpacked, and remembers the end of it. */
final class CappedStream extends FilterInputStream {
    private static final int TAIL = 256;

    private final byte[] tail = new byte[TAIL];
    private long count;
    private boolean ended;

    CappedStream(InputStream in) {
        super(in);
    }

    /** More than may be. */
    static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1L;

        TooMuch() {
            super("more than " + (Limits.UNPACKED >> 20) + " MiB when unpacked");
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        if (read < 0) {
            ended = true;
            return read;
        }
        for (int i = Math.max(0, read - TAIL); i < read; i++) {
            tail[(int) ((count + i) % TAIL)] = buffer[offset + i];
        }
        count += read;
        if (count > Limits.UNPACKED) {
            throw new TooMuch();
        }
        return read;
    }

    /** The JDK's xml reader closes what it has read to the end; there may be more files behind it. */
    @Override
    public void close() {}

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Whether all was read. */
    boolean ended() {
        return ended;
    }

    long count() {
        return count;
    }

    /** The last characters that were read, as ISO-8859-1. */
    String tail() {
        int kept = (int) Math.min(count, TAIL);
        byte[] last = new byte[kept];
        for (int i = 0; i < kept; i++) {
            last[i] = tail[(int) ((count - kept + i) % TAIL)];
        }
        return new String(Arrays.copyOf(last, kept), StandardCharsets.ISO_8859_1);
    }
}
