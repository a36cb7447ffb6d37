package org.tocsin.events.sanctions.format;

/**
 * What is wrong with a file that was to be a version of a list.
 *
 * @param detail in words, with the line where there is one
 */
public record Fault(Kind kind, String detail) {
    /** What can go wrong with a file. Only those that leave whole entries behind can be released. */
    public enum Kind {
        EMPTY(false),
        TOO_LARGE(false),
        /** A page or another kind of file that is no list at all. */
        NOT_A_LIST(false),
        /** A list, but another one. */
        OTHER_LIST(false),
        /** Bytes that are not of the encoding they claim. */
        ENCODING(false),
        /** Letters that an earlier program has already read in a wrong encoding. */
        GARBLED(true),
        TRUNCATED(false),
        /** Whole lines, but the mark at the end that the version before had is missing. */
        END_MISSING(true),
        UNPARSEABLE(false),
        /** A document type definition or entities of its own. */
        DTD(false),
        COLUMNS(false),
        NO_ENTRIES(false),
        DUPLICATE_REFERENCES(true),
        MANY_REMOVED(true),
        /** Files that the version before was also made of. */
        PARTS_MISSING(true),
        FUTURE_DATE(true);

        private final boolean releasable;

        Kind(boolean releasable) {
            this.releasable = releasable;
        }

        public boolean releasable() {
            return releasable;
        }
    }
}
