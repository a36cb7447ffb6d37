package org.tocsin.ingest.lists;

import org.jspecify.annotations.Nullable;

/**
 * What an address answered.
 *
 * @param body null when the publisher says that it has not changed
 */
@SuppressWarnings("ArrayRecordComponent") // read once and never compared
record Download(byte @Nullable [] body, Validator validator) {
    /** What to name the next time, so that an unchanged file is not sent again. */
    record Validator(@Nullable String etag, @Nullable String lastModified) {
        static final Validator NONE = new Validator(null, null);
    }

    boolean unchanged() {
        return body == null;
    }

    /** A file could not be fetched; the message says why. */
    static final class Failed extends Exception {
        private static final long serialVersionUID = 1L;

        Failed(String message) {
            super(message);
        }
    }
}
