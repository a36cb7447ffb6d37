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
            {
              "language": "en",
              "items": [
                {
                  "id": "0-0",
                  "type": "TERRITORY_SEIZED",
                  "stance": "ASSERTED",
                  "changesHands": true,
                  "extent": "WHOLE",
                  "confidence": 0.93,
                  "place": {"id": "99072", "name": "Mosul", "country": "IQ", "latitude": 36.335, "longitude": 43.11889},
                  "actor": {"id": "islamic-state", "name": "Islamic State"},
                  "target": {"id": "government-of-iq", "name": "Government of Iraq"},
                  "claimant": null,
                  "occurredOn": "2014-06-10",
                  "datePrecision": "DAY",
                  "evidence": {
                    "field": "text",
                    "sentence": {"start": 0, "end": 61, "text": "Islamic State fighters seized Mosul from the army on Tuesday."},
                    "trigger": {"start": 23, "end": 29},
                    "place": {"start": 30, "end": 35},
                    "actor": {"start": 0, "end": 22}
                  },
                  "reasons": ["trigger \\"seized\\", TAKES, active"]
                }
              ]
            }
            """;

    private ReadingExamples() {}
}
