package org.tocsin.events.actor;

/** What the API document shows of merges. */
final class MergeExamples {
    static final String REQUEST = """
            {"into": "free-syrian-army", "reason": "Joined it as a brigade."}
            """;

    static final String MERGED = """
            {
              "id": "6f2d9c0e-3b6b-4c07-9a53-0f1a6f6d8c11",
              "actor": "levant-front",
              "into": "free-syrian-army",
              "reason": "Joined it as a brigade.",
              "author": "a.analyst",
              "recordedAt": "2026-11-23T15:00:00.123456Z",
              "withdrawnAt": null,
              "withdrawnBy": null,
              "withdrawalReason": null
            }
            """;

    static final String WITHDRAWAL = """
            {"reason": "It left again."}
            """;

    static final String WITHDRAWN = """
            {
              "id": "6f2d9c0e-3b6b-4c07-9a53-0f1a6f6d8c11",
              "actor": "levant-front",
              "into": "free-syrian-army",
              "reason": "Joined it as a brigade.",
              "author": "a.analyst",
              "recordedAt": "2026-11-23T15:00:00.123456Z",
              "withdrawnAt": "2026-11-24T09:30:00.654321Z",
              "withdrawnBy": "a.analyst",
              "withdrawalReason": "It left again."
            }
            """;

    static final String PAGE = """
            {"items": [
            """ + WITHDRAWN + """
            ], "next": null}
            """;

    private MergeExamples() {}
}
