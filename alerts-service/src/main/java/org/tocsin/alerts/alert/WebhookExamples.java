package org.tocsin.alerts.alert;

/** Examples for the API's document. */
public final class WebhookExamples {
    public static final String ALERT = """
            {
              "specversion": "1.0",
              "id": "635ce839-40af-30ea-862c-ecbe19638624",
              "source": "https://tocsin.example.org",
              "type": "tocsin.changed-hands",
              "subject": "places/99072",
              "time": "2026-11-23T15:00:00.123456Z",
              "datacontenttype": "application/json",
              "data": {
                "alert": {
                  "id": "635ce839-40af-30ea-862c-ecbe19638624",
                  "message": "ALERT",
                  "subscription": {"id": "3f0d1f0e-7e0b-4d7e-a1de-6b1f2f7f4c10", "name": "Shipments to Iraq"},
                  "reference": "PO 4711",
                  "sequence": 1,
                  "previous": null,
                  "revises": []
                },
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
            }""";

    static final String ALERTS = "{\"items\": [" + ALERT + "], \"next\": \"17\"}";

    public static final String VERIFICATION = """
            {
              "specversion": "1.0",
              "id": "0a3c7b1e-4a53-4f0e-9f6a-0a5c1f1f7e11",
              "source": "https://tocsin.example.org",
              "type": "tocsin.verification",
              "subject": "subscriptions/3f0d1f0e-7e0b-4d7e-a1de-6b1f2f7f4c10",
              "time": "2026-11-23T14:59:00.000001Z",
              "datacontenttype": "application/json",
              "data": {
                "challenge": "mB1p0qk3oJ0b7nF2R0f1p6cYJm3kqg8w",
                "code": "K7QF-2M9D",
                "message": "Tocsin would like to send alerts here. To allow it, answer with the challenge, or let the subscriber post the code K7QF-2M9D to https://tocsin.example.org/subscriptions/3f0d1f0e-7e0b-4d7e-a1de-6b1f2f7f4c10/verifications.",
                "subscription": {"id": "3f0d1f0e-7e0b-4d7e-a1de-6b1f2f7f4c10", "name": "Shipments to Iraq"}
              }
            }""";

    public static final String PING = """
            {
              "specversion": "1.0",
              "id": "7f0b7c52-0f0f-4f6e-8a35-1f1f5b0a9d20",
              "source": "https://tocsin.example.org",
              "type": "tocsin.ping",
              "subject": "subscriptions/3f0d1f0e-7e0b-4d7e-a1de-6b1f2f7f4c10",
              "time": "2026-11-23T15:10:00.000001Z",
              "datacontenttype": "application/json",
              "data": {
                "subscription": {"id": "3f0d1f0e-7e0b-4d7e-a1de-6b1f2f7f4c10", "name": "Shipments to Iraq"}
              }
            }""";

    private WebhookExamples() {}
}
