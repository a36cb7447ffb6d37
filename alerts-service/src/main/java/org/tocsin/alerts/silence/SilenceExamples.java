package org.tocsin.alerts.silence;

/** Examples for the API's document; docs/api/examples holds the same. */
final class SilenceExamples {
    static final String REQUEST = """
            {
              "matchers": {"places": ["99072"], "kinds": ["CONTESTED"]},
              "startsAt": "2026-11-23T15:00:00Z",
              "endsAt": "2026-11-24T08:00:00Z",
              "comment": "Battle for Mosul: the desk reads the wire itself"
            }""";

    static final String SILENCE = """
            {
              "id": "5d0c9b1e-2f0a-4a53-9a77-0a5c1f1f7e11",
              "status": "ACTIVE",
              "matchers": {
                "subscriptions": [],
                "places": ["99072"],
                "countries": [],
                "kinds": ["CONTESTED"],
                "actors": []
              },
              "startsAt": "2026-11-23T15:00:00Z",
              "endsAt": "2026-11-24T08:00:00Z",
              "comment": "Battle for Mosul: the desk reads the wire itself",
              "createdBy": "anna",
              "createdAt": "2026-11-23T15:00:00.000001Z",
              "updatedAt": "2026-11-23T15:00:00.000001Z"
            }""";

    static final String LIST = "{\"items\": [" + SILENCE + "], \"next\": null}";

    private SilenceExamples() {}
}
