package org.tocsin.events.decision;

/** What the API document shows of decisions; these are files of {@code docs/api/examples}, which a test compares with the program. */
final class DecisionExamples {
    static final String HELD = """
            {
              "state": "HELD",
              "holder": "mujao",
              "from": "2012-06-27",
              "expiresAt": null,
              "reason": "Our correspondent saw their flag on the governorate after the last soldiers had gone."
            }
            """;

    static final String CONTESTED = """
            {
              "state": "CONTESTED",
              "parties": [
                {"actor": "armed-forces-of-ml", "extent": "MOST"},
                {"actor": "mujao", "extent": "FACILITY"}
              ],
              "from": "2012-06-27",
              "reason": "They hold the airport; the army holds the town."
            }
            """;

    static final String DECISION = """
            {
              "id": "6f2d9c0e-3b6b-4c07-9a53-0f1a6f6d8c11",
              "place": {"id": "2457163", "name": "Gao", "country": "ML", "admin1": "ML.09", "latitude": 16.27167, "longitude": -0.04472},
              "state": "HELD",
              "holder": {"id": "mujao", "name": "Movement for Oneness and Jihad in West Africa"},
              "parties": [],
              "from": "2012-06-27",
              "expiresAt": null,
              "reason": "Our correspondent saw their flag on the governorate after the last soldiers had gone.",
              "author": "an-analyst",
              "recordedAt": "2026-11-23T15:00:00.123456Z",
              "withdrawnAt": null,
              "withdrawnBy": null,
              "withdrawalReason": null,
              "status": "STANDING"
            }
            """;

    static final String PAGE = """
            {"items": [
            """ + DECISION + """
            ], "next": null}
            """;

    static final String WITHDRAWAL = """
            {"reason": "The photograph was of another town."}
            """;

    static final String WITHDRAWN = """
            {
              "id": "6f2d9c0e-3b6b-4c07-9a53-0f1a6f6d8c11",
              "place": {"id": "2457163", "name": "Gao", "country": "ML", "admin1": "ML.09", "latitude": 16.27167, "longitude": -0.04472},
              "state": "HELD",
              "holder": {"id": "mujao", "name": "Movement for Oneness and Jihad in West Africa"},
              "parties": [],
              "from": "2012-06-27",
              "expiresAt": null,
              "reason": "Our correspondent saw their flag on the governorate after the last soldiers had gone.",
              "author": "an-analyst",
              "recordedAt": "2026-11-23T15:00:00.123456Z",
              "withdrawnAt": "2026-11-24T09:30:00.654321Z",
              "withdrawnBy": "an-analyst",
              "withdrawalReason": "The photograph was of another town.",
              "status": "WITHDRAWN"
            }
            """;

    private DecisionExamples() {}
}
