package org.tocsin.events.sanctions.suppression;

/** What the API document shows of suppressions; a test compares it with what the program answers. */
final class SuppressionExamples {
    static final String REQUEST = """
            {
              "name": "Harbour Front Cafe", "list": "UN", "reference": "XAe.001",
              "reason": "A cafe in Lisbon, checked against the trade register.", "expiresAt": "2126-03-02T00:00:00Z"
            }
            """;

    static final String SUPPRESSION = """
            {
              "id": "6f2d9c0e-3b6b-4c07-9a53-0f1a6f6d8c11", "name": "Harbour Front Cafe", "list": "UN", "reference": "XAe.001",
              "reason": "A cafe in Lisbon, checked against the trade register.", "by": "mira", "at": "2026-03-02T09:12:44.017352Z",
              "expiresAt": "2126-03-02T00:00:00Z", "withdrawnAt": null, "withdrawnBy": null
            }
            """;

    static final String PAGE = "{\"items\": [" + SUPPRESSION + "], \"next\": null}";

    private SuppressionExamples() {}
}
