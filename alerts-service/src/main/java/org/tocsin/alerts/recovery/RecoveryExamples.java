package org.tocsin.alerts.recovery;

/** Examples for the API's document; docs/api/examples holds the same. */
final class RecoveryExamples {
    static final String REQUEST = """
            {"madeFrom": "2026-11-20T00:00:00Z", "madeBefore": "2026-11-23T00:00:00Z", "includeDelivered": false}""";

    static final String RUNNING = """
            {
              "id": "9b1f1c5e-0c8e-4a0e-8a3c-64a7f0a3b911",
              "subscription": "3f0d1f0e-7e0b-4d7e-a1de-6b1f2f7f4c10",
              "state": "RUNNING",
              "madeFrom": "2026-11-20T00:00:00Z",
              "madeBefore": "2026-11-23T00:00:00Z",
              "includeDelivered": false,
              "total": 2,
              "left": 0,
              "underWay": 2,
              "delivered": 0,
              "dead": 0,
              "startedBy": "a-subscriber",
              "startedAt": "2026-11-23T16:00:00.123456Z",
              "finishedAt": null
            }""";

    static final String LIST = "{\"items\": [" + RUNNING + "], \"next\": null}";

    private RecoveryExamples() {}
}
