package org.tocsin.alerts.alert;

/** Examples for the API's document. */
final class PreviewExamples {
    static final String REQUEST = """
            {
              "filter": {"places": [{"id": "99072", "reference": "PO 4711"}]},
              "minimumAssurance": "CLAIMED"
            }""";

    static final String PREVIEW = """
            {
              "items": [
                {
                  "message": "ALERT",
                  "reference": "PO 4711",
                  "change": {
                    "id": "2ee79412-f86e-3810-84b9-bba27e769c7c",
                    "kind": "CHANGED_HANDS",
                    "place": {"id": "99072", "name": "Mosul", "country": "IQ", "latitude": 36.335, "longitude": 43.11889},
                    "from": {"id": "government-of-iq", "name": "Government of Iraq"},
                    "to": {"id": "islamic-state", "name": "Islamic State"},
                    "validFrom": "2014-06-10",
                    "recordedAt": "2026-11-23T15:00:00.123456Z"
                  }
                }
              ],
              "next": null,
              "messages": {"ALERT": 1, "UPDATE": 0, "CANCEL": 0},
              "changes": 1,
              "lookedSince": "2026-11-23T15:00:00.123456Z",
              "storedSince": "2026-11-23T15:00:00.123456Z"
            }""";

    private PreviewExamples() {}
}
