package org.tocsin.ingest.claim.reader;

/** Loading takes seconds, so the tests share one reader. */
final class Shared {
    static final ClaimReader READER = ClaimReader.load();

    private Shared() {}
}
