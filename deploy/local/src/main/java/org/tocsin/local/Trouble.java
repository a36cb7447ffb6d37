package org.tocsin.local;

/** Something a person must put right; its message is one clear line. */
final class Trouble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Trouble(String line) {
        super(line);
    }

    Trouble(String line, Throwable cause) {
        super(line, cause);
    }
}
