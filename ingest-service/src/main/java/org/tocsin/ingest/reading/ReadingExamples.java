package org.tocsin.ingest.reading;

/** What the API document shows; the same as {@code docs/api/examples/reading.*.json}. */
final class ReadingExamples {
    static final String REQUEST = """
            {
              "title": null,
              "text": "Islamic State fighters seized Mosul from the army on Tuesday.",
              "publishedAt": "2014-06-10T15:30:00Z",
              "publisher": "example-wire"
            }
            """;

    static final String ANSWER = """
            {"language": "en", "items": []}
            """;

    private ReadingExamples() {}
}
