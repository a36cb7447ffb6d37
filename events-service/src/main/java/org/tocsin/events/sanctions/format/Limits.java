package org.tocsin.events.sanctions.format;

/** How large a file may be. OFAC's advanced xml, the largest of all, had some 120 million bytes. */
final class Limits {
    /** Bytes of a file or of all files of a zip, once they are unpacked. */
    static final long UNPACKED = 400L << 20;

    static final int FILES = 16;
    static final int ENTRIES = 300_000;
    static final int FIELD = 1 << 20;
    static final int COLUMNS = 200;
    static final int DEPTH = 64;
    /** Characters and elements of one record of an xml file. */
    static final int RECORD = 4 << 20;

    private Limits() {}

    static UnreadableList exceeded(String what) {
        return new UnreadableList(Fault.Kind.TOO_LARGE, what);
    }
}
