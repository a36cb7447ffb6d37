package org.tocsin.ingest.lists;

import org.jspecify.annotations.Nullable;

/** What an address answered. */
final class Download {
    private final byte @Nullable [] body;
    private final Validator validator;

    /** @param body null when the publisher says that it has not changed */
    Download(byte @Nullable [] body, Validator validator) {
        this.body = body;
        this.validator = validator;
    }

    byte @Nullable [] body() {
        return body;
    }

    Validator validator() {
        return validator;
    }

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
