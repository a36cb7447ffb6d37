package org.tocsin.events.publisher;

/** What the API document shows of publishers. */
final class PublisherExamples {
    static final String NEW = """
            {"id": "example-wire", "name": "example-wire", "grade": "C", "curated": false, "gradedAt": "2026-11-23T15:00:00.123456Z"}
            """;

    static final String REQUEST = """
            {"name": "Example Wire", "grade": "B"}
            """;

    static final String GRADED = """
            {"id": "example-wire", "name": "Example Wire", "grade": "B", "curated": false, "gradedAt": "2026-11-23T15:00:00.123456Z"}
            """;

    static final String CURATED_REQUEST = """
            {"name": "Example Data Set", "grade": "B", "curated": true}
            """;

    private PublisherExamples() {}
}
