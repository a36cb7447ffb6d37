package org.tocsin.events.sanctions;

/** What the API document shows of standings. */
final class SanctionsExamples {
    static final String HOUTHIS = """
            {}
            """;

    private SanctionsExamples() {}
}
