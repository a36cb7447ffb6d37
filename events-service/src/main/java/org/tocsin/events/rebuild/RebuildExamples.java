package org.tocsin.events.rebuild;

/** What the API document shows; but for the problems the same as {@code docs/api/examples/rebuild.*}. */
final class RebuildExamples {
    static final String REQUEST = """
            {
              "rulesVersion": "2",
              "apply": false,
              "reason": "Claims and counterclaims are one contest now."
            }
            """;

    static final String RUNNING = """
            {
              "id": "5f0c7a8e-3b7e-4f0e-9d64-0b8c5a1f2e77",
              "rulesVersion": "2",
              "rulesVersionBefore": "1",
              "status": "RUNNING",
              "apply": false,
              "places": null,
              "done": 0,
              "different": 0,
              "repaired": 0,
              "changes": {},
              "author": "test",
              "reason": "Claims and counterclaims are one contest now.",
              "startedAt": "2026-11-25T10:00:00.123456Z",
              "finishedAt": null,
              "problem": null
            }
            """;

    static final String PREVIEWED = """
            {
              "id": "5f0c7a8e-3b7e-4f0e-9d64-0b8c5a1f2e77",
              "rulesVersion": "2",
              "rulesVersionBefore": "1",
              "status": "PREVIEWED",
              "apply": false,
              "places": 1,
              "done": 1,
              "different": 1,
              "repaired": 0,
              "changes": {"CONTESTED": 1, "RETRACTED": 1},
              "author": "test",
              "reason": "Claims and counterclaims are one contest now.",
              "startedAt": "2026-11-25T10:00:00.123456Z",
              "finishedAt": "2026-11-25T10:00:01.123456Z",
              "problem": null
            }
            """;

    static final String APPLYING = """
            {
              "id": "5f0c7a8e-3b7e-4f0e-9d64-0b8c5a1f2e77",
              "rulesVersion": "2",
              "rulesVersionBefore": "1",
              "status": "APPLYING",
              "apply": false,
              "places": null,
              "done": 0,
              "different": 0,
              "repaired": 0,
              "changes": {},
              "author": "test",
              "reason": "Claims and counterclaims are one contest now.",
              "startedAt": "2026-11-25T10:00:00.123456Z",
              "finishedAt": null,
              "problem": null
            }
            """;

    static final String CANCELLED = """
            {
              "id": "5f0c7a8e-3b7e-4f0e-9d64-0b8c5a1f2e77",
              "rulesVersion": "2",
              "rulesVersionBefore": "1",
              "status": "CANCELLED",
              "apply": false,
              "places": 1,
              "done": 1,
              "different": 1,
              "repaired": 0,
              "changes": {"CONTESTED": 1, "RETRACTED": 1},
              "author": "test",
              "reason": "Claims and counterclaims are one contest now.",
              "startedAt": "2026-11-25T10:00:00.123456Z",
              "finishedAt": "2026-11-25T10:05:00.123456Z",
              "problem": null
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
                  "place": {"id": "88319", "name": "Benghazi", "country": "LY", "admin1": "LY.69", "latitude": 32.11486, "longitude": 20.06859},
                  "damaged": false,
                  "before": [
                    {
                      "from": null,
                      "to": "2017-07-05",
                      "state": "HELD",
                      "holder": {"id": "government-of-ly", "name": "Government of Libya"},
                      "parties": [],
                      "assurance": "BASELINE",
                      "rule": "baseline",
                      "decision": null
                    },
                    {
                      "from": "2017-07-05",
                      "to": null,
                      "state": "HELD",
                      "holder": {"id": "libyan-national-army", "name": "Libyan National Army"},
                      "parties": [],
                      "assurance": "CLAIMED",
                      "rule": "taken",
                      "decision": null
                    }
                  ],
                  "after": [
                    {
                      "from": null,
                      "to": "2017-07-05",
                      "state": "HELD",
                      "holder": {"id": "government-of-ly", "name": "Government of Libya"},
                      "parties": [],
                      "assurance": "BASELINE",
                      "rule": "baseline",
                      "decision": null
                    },
                    {
                      "from": "2017-07-05",
                      "to": null,
                      "state": "CONTESTED",
                      "holder": null,
                      "parties": [
                        {"actor": {"id": "government-of-ly", "name": "Government of Libya"}, "extent": null},
                        {"actor": {"id": "libya-dawn", "name": "Libya Dawn"}, "extent": null},
                        {"actor": {"id": "libyan-national-army", "name": "Libyan National Army"}, "extent": null}
                      ],
                      "assurance": "CLAIMED",
                      "rule": "claim-and-counterclaim",
                      "decision": null
                    }
                  ],
                  "changes": [
                    {
                      "id": null,
                      "kind": "CONTESTED",
                      "from": {"id": "government-of-ly", "name": "Government of Libya"},
                      "to": {"id": "libyan-national-army", "name": "Libyan National Army"},
                      "validFrom": "2017-07-05",
                      "assuranceBefore": "CLAIMED",
                      "assuranceAfter": "CLAIMED",
                      "current": true,
                      "revises": "2ee79412-f86e-3810-84b9-bba27e769c7c"
                    }
                  ]
                }
              ],
              "next": null
            }
            """;

    static final String RULES = """
            {
              "items": [
                {
                  "version": "1",
                  "words": "The first rules.",
                  "inForce": false,
                  "since": null,
                  "periods": [
                    {
                      "from": "2026-11-20T09:00:00.123456Z",
                      "to": "2026-11-25T10:05:00.123456Z",
                      "author": "tocsin",
                      "reason": "The rules before they had versions."
                    }
                  ]
                },
                {
                  "version": "2",
                  "words": "Claims and counterclaims within a day are one contest. An undated report of a taking that was undone since is no new taking. Allies hold together, and an ally of the recognised government takes for it. Who says that the taker holds the place speaks for a taking that is denied. A withdrawal that is told when the taking on the next day is known is part of that taking. Fighting of which only the holder is named contests nothing. A taking by forces without a name in a certain week is the one of a certain day in it that names them.",
                  "inForce": true,
                  "since": "2026-11-25T10:05:00.123456Z",
                  "periods": [
                    {
                      "from": "2026-11-25T10:05:00.123456Z",
                      "to": null,
                      "author": "test",
                      "reason": "Claims and counterclaims are one contest now."
                    }
                  ]
                }
              ],
              "next": null
            }
            """;

    static final String UNKNOWN_VERSION = """
            {
              "type": "urn:tocsin:problem:invalid-request",
              "title": "Invalid request",
              "status": 400,
              "detail": "rulesVersion must be one of the versions 1, 2.",
              "errors": [{"field": "rulesVersion", "detail": "must be one of the versions 1, 2"}]
            }
            """;

    static final String NOT_FOUND = """
            {
              "type": "urn:tocsin:problem:not-found",
              "title": "Not found",
              "status": 404,
              "detail": "There is no rebuild with this id.",
              "errors": []
            }
            """;

    static final String AT_WORK = """
            {
              "type": "urn:tocsin:problem:conflict",
              "title": "Conflict",
              "status": 409,
              "detail": "The rebuild 5f0c7a8e-3b7e-4f0e-9d64-0b8c5a1f2e77 is RUNNING. Wait for it, or cancel it.",
              "errors": []
            }
            """;

    static final String STILL_RUNNING = """
            {
              "type": "urn:tocsin:problem:conflict",
              "title": "Conflict",
              "status": 409,
              "detail": "It is still being compared. Apply it when it is PREVIEWED, or start one with apply: true.",
              "errors": []
            }
            """;

    static final String ENDED = """
            {
              "type": "urn:tocsin:problem:conflict",
              "title": "Conflict",
              "status": 409,
              "detail": "It has ended.",
              "errors": []
            }
            """;

    static final String GONE = """
            {
              "type": "urn:tocsin:problem:gone",
              "title": "Gone",
              "status": 410,
              "detail": "What the timelines differed in is not kept any more.",
              "errors": []
            }
            """;

    private RebuildExamples() {}
}
