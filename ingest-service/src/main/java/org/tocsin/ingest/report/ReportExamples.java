package org.tocsin.ingest.report;

/** What the API document shows; the same as {@code docs/api/examples/report.*} and {@code claims.*}. */
final class ReportExamples {
    static final String REQUEST = """
            {
              "publisher": "example-wire",
              "title": "Militants seize Mosul",
              "text": "Islamic State fighters seized Mosul from the army on Tuesday.",
              "publishedAt": "2014-06-10T15:30:00Z",
              "url": "https://wire.example/2014/06/10/mosul",
              "language": "en"
            }
            """;

    static final String RECEIPT = """
            {"id": "0b9f3c52-6a0e-4f43-9a3e-6d1a3c1f0a11", "status": "PENDING"}
            """;

    static final String LINES = """
            {"publisher": "example-wire", "title": "Militants seize Mosul", "text": "Islamic State fighters seized Mosul from the army on Tuesday.", "publishedAt": "2014-06-10T15:30:00Z"}
            {"publisher": "example-wire", "title": "Without a text", "text": "", "publishedAt": "2014-06-10T15:30:00Z"}
            """;

    static final String LINE_RESULTS = """
            {"line":1,"outcome":"STORED","id":"0b9f3c52-6a0e-4f43-9a3e-6d1a3c1f0a11","status":"PENDING","problem":null}
            {"line":2,"outcome":"REFUSED","id":null,"status":null,"problem":{"type":"urn:tocsin:problem:invalid-request","title":"Invalid request","status":400,"detail":"text must not be empty.","errors":[{"field":"text","detail":"must not be empty"}]}}
            """;

    static final String REPORT = """
            {
              "id": "0b9f3c52-6a0e-4f43-9a3e-6d1a3c1f0a11",
              "publisher": "example-wire",
              "title": "Militants seize Mosul",
              "text": "Islamic State fighters seized Mosul from the army on Tuesday.",
              "publishedAt": "2014-06-10T15:30:00Z",
              "url": "https://wire.example/2014/06/10/mosul",
              "language": "en",
              "languageHint": "en",
              "live": true,
              "status": "READ",
              "statusReason": null,
              "revision": 1,
              "copyOf": null,
              "copies": 0,
              "receivedAt": "2026-11-23T15:00:00.123456Z",
              "revisedAt": "2026-11-23T15:00:00.123456Z"
            }
            """;

    static final String PAGE = """
            {
              "items": [
                {
                  "id": "0b9f3c52-6a0e-4f43-9a3e-6d1a3c1f0a11",
                  "publisher": "example-wire",
                  "title": "Militants seize Mosul",
                  "publishedAt": "2014-06-10T15:30:00Z",
                  "url": "https://wire.example/2014/06/10/mosul",
                  "language": "en",
                  "live": true,
                  "status": "READ",
                  "statusReason": null,
                  "revision": 1,
                  "copyOf": null,
                  "copies": 0,
                  "receivedAt": "2026-11-23T15:00:00.123456Z",
                  "revisedAt": "2026-11-23T15:00:00.123456Z"
                }
              ],
              "next": null
            }
            """;

    static final String CORRECTION = """
            {"title": "Militants seize Tikrit", "text": "Islamic State fighters seized Tikrit from the army on Tuesday."}
            """;

    static final String CORRECTED = """
            {"id": "0b9f3c52-6a0e-4f43-9a3e-6d1a3c1f0a11", "status": "PENDING", "revision": 2}
            """;

    static final String RETRACTED = """
            {"id": "0b9f3c52-6a0e-4f43-9a3e-6d1a3c1f0a11", "status": "RETRACTED", "revision": 2}
            """;

    static final String CLAIMS = """
            {
              "status": "READ",
              "language": "en",
              "items": [
                {
                  "id": "0b9f3c52-6a0e-4f43-9a3e-6d1a3c1f0a11-1-1-0",
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

    private ReportExamples() {}
}
