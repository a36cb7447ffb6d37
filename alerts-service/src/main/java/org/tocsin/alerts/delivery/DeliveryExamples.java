package org.tocsin.alerts.delivery;

/** Examples for the API's document. */
public final class DeliveryExamples {
    public static final String DELIVERY = """
            {
              "id": "635ce839-40af-30ea-862c-ecbe19638624",
              "subscription": "3f0d1f0e-7e0b-4d7e-a1de-6b1f2f7f4c10",
              "kind": "ALERT",
              "alert": "635ce839-40af-30ea-862c-ecbe19638624",
              "state": "READY",
              "attempts": 1,
              "createdAt": "2026-11-23T15:00:00.130211Z",
              "nextAttemptAt": "2026-11-23T15:00:05.904117Z",
              "finishedAt": null,
              "lastStatus": 503,
              "lastError": "STATUS"
            }""";

    static final String DELIVERIES = "{\"items\": [" + DELIVERY + "], \"next\": null}";

    static final String ATTEMPTS = """
            {
              "items": [
                {
                  "number": 1,
                  "startedAt": "2026-11-23T15:00:00.141003Z",
                  "millis": 37,
                  "status": 503,
                  "error": "STATUS",
                  "requestHeaders": {
                    "accept": "application/json",
                    "content-length": "1043",
                    "content-type": "application/cloudevents+json",
                    "host": "hooks.example.org",
                    "user-agent": "Tocsin/0.1",
                    "webhook-id": "635ce839-40af-30ea-862c-ecbe19638624",
                    "webhook-signature": "v1,...",
                    "webhook-timestamp": "1795532400"
                  },
                  "nextAttemptAt": "2026-11-23T15:00:05.904117Z"
                }
              ],
              "next": null
            }""";

    private DeliveryExamples() {}
}
