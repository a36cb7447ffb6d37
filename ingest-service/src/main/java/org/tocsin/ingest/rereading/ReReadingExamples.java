package org.tocsin.ingest.rereading;

/** What the API document shows; but for the problems the same as {@code docs/api/examples/re-reading.*}. */
final class ReReadingExamples {
    static final String REQUEST = """
            {
              "filter": {"publisher": "example-wire", "readerVersionBefore": "2", "publishedFrom": "2014-06-01T00:00:00Z", "publishedBefore": "2014-07-01T00:00:00Z"},
              "apply": false
            }
            """;

    private static final String OF_WHAT = """
              "filter": {
                "status": null,
                "publisher": "example-wire",
                "readerVersionBefore": "2",
                "publishedFrom": "2014-06-01T00:00:00Z",
                "publishedBefore": "2014-07-01T00:00:00Z",
                "ids": null
              },
              "apply": false,
              "readerVersion": "2",
            """;

    private static final String ALL_READ = """
              "allSelected": true,
              "reports": {"selected": 1, "waiting": 0, "unchanged": 0, "changed": 1, "failed": 0, "skipped": 0, "applied": 0},
              "claims": {"added": 0, "removed": 0, "altered": 1},
              "startedBy": "an-analyst",
              "startedAt": "2026-11-25T10:00:00.123456Z",
            """;

    static final String RUNNING = """
            {
              "id": "5f0c7a8e-3b7e-4f0e-9d64-0b8c5a1f2e77",
              "state": "RUNNING",
            """ + OF_WHAT + """
              "allSelected": false,
              "reports": {"selected": 0, "waiting": 0, "unchanged": 0, "changed": 0, "failed": 0, "skipped": 0, "applied": 0},
              "claims": {"added": 0, "removed": 0, "altered": 0},
              "startedBy": "an-analyst",
              "startedAt": "2026-11-25T10:00:00.123456Z",
              "changedAt": "2026-11-25T10:00:00.123456Z",
              "expiresAt": null
            }
            """;

    static final String PREVIEWED = """
            {
              "id": "5f0c7a8e-3b7e-4f0e-9d64-0b8c5a1f2e77",
              "state": "PREVIEWED",
            """ + OF_WHAT + ALL_READ + """
              "changedAt": "2026-11-25T10:00:01.123456Z",
              "expiresAt": "2026-12-25T10:00:01.123456Z"
            }
            """;

    static final String APPLYING = """
            {
              "id": "5f0c7a8e-3b7e-4f0e-9d64-0b8c5a1f2e77",
              "state": "APPLYING",
            """ + OF_WHAT + ALL_READ + """
              "changedAt": "2026-11-25T10:05:00.123456Z",
              "expiresAt": null
            }
            """;

    static final String CANCELLED = """
            {
              "id": "5f0c7a8e-3b7e-4f0e-9d64-0b8c5a1f2e77",
              "state": "CANCELLED",
            """ + OF_WHAT + ALL_READ + """
              "changedAt": "2026-11-25T10:05:00.123456Z",
              "expiresAt": null
            }
            """;

    static final String PAGE = """
            {"items": [
            """ + PREVIEWED + """
            ], "next": null}
            """;

    static final String DIFFERENCES = """
            {
              "items": [
                {
                  "report": "0b9f3c52-6a0e-4f43-9a3e-6d1a3c1f0a11",
                  "publisher": "example-wire",
                  "title": "News from the north",
                  "publishedAt": "2014-06-10T15:30:00Z",
                  "revision": 1,
                  "state": "READ",
                  "failure": null,
                  "before": {"status": "READ", "language": "en", "readerVersion": "1"},
                  "after": {"status": "READ", "language": "en", "readerVersion": "2"},
                  "added": [],
                  "removed": [],
                  "altered": [
                    {
                      "before": {
                        "id": "0b9f3c52-6a0e-4f43-9a3e-6d1a3c1f0a11-1-1-0",
                        "type": "TERRITORY_SEIZED",
                        "stance": "CLAIMED",
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
                      },
                      "after": {
                        "id": "0b9f3c52-6a0e-4f43-9a3e-6d1a3c1f0a11-1-1-0-2",
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
                      },
                      "fields": ["stance"]
                    }
                  ]
                }
              ],
              "next": null
            }
            """;

    static final String INVALID = """
            {
              "type": "urn:tocsin:problem:invalid-request",
              "title": "Invalid request",
              "status": 400,
              "detail": "filter.readerVersionBefore must be the version of a reader, such as 2 or 2.1; filter.ids[1] must be the id of a report.",
              "errors": [{"field": "filter.readerVersionBefore", "detail": "must be the version of a reader, such as 2 or 2.1"}, {"field": "filter.ids[1]", "detail": "must be the id of a report"}]
            }
            """;

    static final String NOT_FOUND = """
            {
              "type": "urn:tocsin:problem:not-found",
              "title": "Not found",
              "status": 404,
              "detail": "There is no re-reading of this id.",
              "errors": []
            }
            """;

    static final String CONFLICT = """
            {
              "type": "urn:tocsin:problem:conflict",
              "title": "Conflict",
              "status": 409,
              "detail": "It is still being read. Apply it when it is PREVIEWED, or start one with apply: true.",
              "errors": []
            }
            """;

    static final String TOO_MANY = """
            {
              "type": "urn:tocsin:problem:conflict",
              "title": "Conflict",
              "status": 409,
              "detail": "10 re-readings are open. Apply or cancel one first.",
              "errors": []
            }
            """;

    static final String ENDED = """
            {
              "type": "urn:tocsin:problem:conflict",
              "title": "Conflict",
              "status": 409,
              "detail": "It has been applied to all its reports.",
              "errors": []
            }
            """;

    static final String GONE = """
            {
              "type": "urn:tocsin:problem:gone",
              "title": "Gone",
              "status": 410,
              "detail": "What the reports differed in is not kept any more.",
              "errors": []
            }
            """;

    private ReReadingExamples() {}
}
