package org.tocsin.ingest.report;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * A pipe between the thread that stores reports and the one that answers. A sender may send everything before it reads the first answer, so
 * what it does not read yet is kept: a little in memory, more in a temporary file, and when that is full the storing waits.
 */
final class Spool implements Closeable {
    private static final int MOST_IN_MEMORY = 1024 * 1024;
    private static final long MOST_IN_FILE = 256L * 1024 * 1024;
    private static final int PIECE = 64 * 1024;
    private static final long PATIENCE_MILLIS = 60_000;

    private final Deque<byte[]> memory = new ArrayDeque<>();
    private int inMemory;
    private @Nullable FileChannel file;
    private long written;
    private long read;
    private boolean finished;
    private boolean closed;
    private @Nullable IOException failure;

    /** @throws IOException when nobody reads any more */
    synchronized void write(byte[] bytes) throws IOException {
        long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!closed && written - read > MOST_IN_FILE) {
            pause(deadline);
        }
        if (closed) {
            throw new IOException("the answer is not read any more");
        }
        if (written == read && inMemory + bytes.length <= MOST_IN_MEMORY) {
            memory.add(bytes);
            inMemory += bytes.length;
        } else {
            writeToFile(ByteBuffer.wrap(bytes));
        }
        notifyAll();
    }

    /** Nothing more will be written. */
    synchronized void finish() {
        finished = true;
        notifyAll();
    }

    /** Nothing more will be written, and the reader shall know that it is not all. */
    synchronized void fail(IOException why) {
        failure = why;
        finish();
    }

    /** The next piece, waiting for it; empty at the end. */
    synchronized byte[] read() throws IOException {
        while (memory.isEmpty() && written == read && !finished) {
            pause(Long.MAX_VALUE);
        }
        byte[] next = memory.poll();
        if (next != null) {
            inMemory -= next.length;
            return next;
        }
        if (written > read && file != null) {
            byte[] piece = readFromFile(file);
            notifyAll();
            return piece;
        }
        if (failure != null) {
            throw new IOException(failure);
        }
        return new byte[0];
    }

    /** Nothing more will be read. */
    @Override
    public synchronized void close() throws IOException {
        closed = true;
        memory.clear();
        notifyAll();
        if (file != null) {
            file.close();
        }
    }

    private void writeToFile(ByteBuffer bytes) throws IOException {
        if (file == null) {
            Path path = Files.createTempFile("tocsin-answer", ".ndjson");
            file = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        }
        while (bytes.hasRemaining()) {
            written += file.write(bytes, written);
        }
    }

    private byte[] readFromFile(FileChannel from) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate((int) Math.min(PIECE, written - read));
        while (piece.hasRemaining()) {
            read += from.read(piece, read);
        }
        if (read == written) {
            from.truncate(0);
            read = 0;
            written = 0;
        }
        return piece.array();
    }

    @SuppressWarnings("WaitNotInLoop") // every caller loops
    private synchronized void pause(long deadline) throws IOException {
        long left = deadline - System.currentTimeMillis();
        if (left <= 0) {
            throw new IOException("the answer is not read");
        }
        try {
            wait(Math.min(left, PATIENCE_MILLIS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
