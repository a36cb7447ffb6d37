package org.tocsin.events.event;

/** What may stand in requests. */
public final class Inputs {
    /** PostgreSQL cannot store a NUL character in text. */
    public static final String NO_NUL = "[^\\x00]*";

    public static final String NO_NUL_MESSAGE = "must not contain NUL characters";

    /** No control characters but tab and newline. */
    public static final String TEXT = "[^\\x00-\\x08\\x0B-\\x1F\\x7F-\\x9F]*";

    public static final String TEXT_MESSAGE = "must not contain control characters but tab and newline";

    /** An id that is opaque to this service. */
    public static final String ID = "[\\x21-\\x7E]{1,200}";

    public static final String ID_MESSAGE = "must be 1 to 200 visible ASCII characters";

    /** A report's id. */
    public static final String REPORT = "[A-Za-z0-9][A-Za-z0-9._:-]{0,99}";

    public static final String REPORT_MESSAGE = "must be 1 to 100 letters, digits, '.', '_', ':' or '-'";

    public static final int MOST_EVENTS = 5_000;

    public static final int MOST_LINKS = 10_000;

    private Inputs() {}
}
