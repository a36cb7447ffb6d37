package org.tocsin.alerts.subscription;

/** Examples for the API's document; docs/api/examples holds the same. */
final class SubscriptionExamples {
    static final String REQUEST = """
            {
              "name": "Shipments to Iraq",
              "endpoint": "https://hooks.example.org/tocsin",
              "filter": {
                "places": [{"id": "99072", "reference": "PO 4711"}],
                "countries": ["IQ"]
              },
              "minimumAssurance": "CLAIMED",
              "includePast": false,
              "signatures": ["v1"],
              "format": "cloudevents"
            }""";

    private static final String FILTER = """
            {
                "places": [{"id": "99072", "reference": "PO 4711"}],
                "countries": ["IQ"],
                "regions": [],
                "bbox": null,
                "near": null,
                "actors": [],
                "from": [],
                "to": [],
                "sanctionedOn": [],
                "kinds": []
              }""";

    private static final String HEAD = """
            {
              "id": "3f0d1f0e-7e0b-4d7e-a1de-6b1f2f7f4c10",
              "name": "Shipments to Iraq",
              "endpoint": "https://hooks.example.org/tocsin",
              "filter":\s""" + FILTER + """
            ,
              "minimumAssurance": "CLAIMED",
              "includePast": false,
              "signatures": ["v1"],
              "publicKeys": null,
              "format": "cloudevents",
            """;

    static final String MADE = HEAD + """
              "status": "PENDING",
              "statusReason": null,
              "pause": null,
              "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=",
              "createdAt": "2026-11-23T14:59:00.000001Z",
              "updatedAt": "2026-11-23T14:59:00.000001Z",
              "verifiedAt": null,
              "failingSince": null,
              "disablesAt": null,
              "warnings": []
            }""";

    static final String ACTIVE = HEAD + """
              "status": "ACTIVE",
              "statusReason": null,
              "pause": null,
              "createdAt": "2026-11-23T14:59:00.000001Z",
              "updatedAt": "2026-11-23T14:59:00.000001Z",
              "verifiedAt": "2026-11-23T14:59:00.041377Z",
              "failingSince": null,
              "disablesAt": null
            }""";

    static final String PAUSING = """
            {"until": "2026-11-24T08:00:00Z", "reason": "The desk moves house"}""";

    static final String PAUSE = """
            {
              "since": "2026-11-23T16:00:00.000001Z",
              "until": "2026-11-24T08:00:00Z",
              "reason": "The desk moves house",
              "by": "anna"
            }""";

    static final String LIST = "{\"items\": [" + ACTIVE + "], \"next\": null}";

    private SubscriptionExamples() {}
}
