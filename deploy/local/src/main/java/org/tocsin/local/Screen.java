package org.tocsin.local;

import java.io.PrintStream;

/** What a person sees: one line per step, with the seconds since the start. */
final class Screen {
    private final PrintStream out;
    private final long began = System.nanoTime();

    Screen(PrintStream out) {
        this.out = out;
    }

    /** A screen that shows nothing, for tests. */
    static Screen blank() {
        return new Screen(new PrintStream(
                java.io.OutputStream.nullOutputStream(), true, java.nio.charset.StandardCharsets.UTF_8));
    }

    void step(String what) {
        out.printf("[%5.1f s] %s%n", seconds(), what);
    }

    void line(String line) {
        out.println(line);
    }

    double seconds() {
        return (System.nanoTime() - began) / 1e9;
    }
}
