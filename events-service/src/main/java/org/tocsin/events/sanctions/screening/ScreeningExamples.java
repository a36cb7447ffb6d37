package org.tocsin.events.sanctions.screening;

/** What the API document shows of screenings; a test compares it with what the program answers. All names are made up. */
final class ScreeningExamples {
    static final String REQUEST = """
            {
              "names": ["Harbor Front", {"name": "Quiet Meadow Dairy", "kind": "ENTITY", "country": "PT"}],
              "lists": ["UN"], "threshold": 0.8
            }
            """;

    static final String SCREENING = """
            {
              "id": "17", "at": "2026-03-02T09:12:44.017352Z", "by": "mira", "algorithm": "tocsin-names/1", "threshold": 0.8, "asOf": null,
              "lists": [{"list": "UN", "version": "2", "asOf": "2026-03-02", "entries": 2, "stale": false}],
              "results": [
                {
                  "asked": {"name": "Harbor Front", "kind": null, "country": null}, "found": 1, "suppressed": 0,
                  "candidates": [{
                    "list": "UN", "reference": "XAe.001", "kind": "ENTITY", "name": "HARBOUR FRONT", "programmes": ["Example"],
                    "since": "2016-11-30",
                    "matched": {"name": "HARBOUR FRONT", "kind": "PRIMARY", "strength": "STRONG"},
                    "actor": null, "score": 0.9582,
                    "reasons": ["the same: front", "harbor taken for harbour, alike by 0.95"],
                    "parts": {
                      "pairs": [
                        {"asked": "harbor", "listed": "harbour", "similarity": 0.95},
                        {"asked": "front", "listed": "front", "similarity": 1.0}
                      ],
                      "matched": 1.95, "unlike": 0.05, "askedOnly": [], "askedOnlyWeight": 0.0, "listedOnly": [],
                      "listedOnlyWeight": 0.0, "turned": 1.0, "kind": 1.0, "country": 1.0
                    },
                    "suppressed": null
                  }]
                },
                {"asked": {"name": "Quiet Meadow Dairy", "kind": "ENTITY", "country": "PT"}, "found": 0, "suppressed": 0, "candidates": []}
              ]
            }
            """;

    static final String PAGE = """
            {"items": [{
              "id": "17", "at": "2026-03-02T09:12:44.017352Z", "by": "mira", "algorithm": "tocsin-names/1", "threshold": 0.8, "asOf": null,
              "names": 2, "found": 1
            }], "next": null}
            """;

    static final String PAGE_CSV =
            ScreeningCsv.SUMMARY_HEADER + "17,2026-03-02T09:12:44.017352Z,mira,tocsin-names/1,0.8,,2,1\r\n";

    static final String CSV = ScreeningCsv.HEADER
            + "17,2026-03-02T09:12:44.017352Z,mira,tocsin-names/1,0.8,,Harbor Front,,,1,UN,2,XAe.001,ENTITY,HARBOUR FRONT,HARBOUR FRONT,"
            + "STRONG,0.9582,Example,2016-11-30,,,,\"the same: front; harbor taken for harbour, alike by 0.95\"\r\n"
            + "17,2026-03-02T09:12:44.017352Z,mira,tocsin-names/1,0.8,,Quiet Meadow Dairy,ENTITY,PT,0,,,,,,,,,,,,,,\r\n";

    private ScreeningExamples() {}
}
