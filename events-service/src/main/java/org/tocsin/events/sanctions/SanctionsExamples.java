package org.tocsin.events.sanctions;

/** What the API document shows of standings. */
final class SanctionsExamples {
    static final String HOUTHIS = """
            {"actor": {"id": "houthis", "name": "Houthis"}, "asOf": "2023-12-01",
             "items": [
               {"list": "OFAC_SDN", "standing": "NOT_LISTED", "reference": null, "name": null, "nameMatched": null, "programmes": [],
                "since": null, "until": null, "relation": null, "through": null, "basis": "DECISION",
                "why": "Its entry 47664 came on the list on 2024-02-16.", "decidedBy": null, "decidedOn": null, "ties": [],
                "version": {"number": 1, "asOf": "2021-08-18", "seenOn": "2021-08-18", "ageDays": 1931, "stale": false}},
               {"list": "OFAC_CONSOLIDATED", "standing": "UNKNOWN", "reference": null, "name": null, "nameMatched": null, "programmes": [],
                "since": null, "until": null, "relation": null, "through": null, "basis": "NONE",
                "why": "This list has never been loaded.", "decidedBy": null, "decidedOn": null, "ties": [], "version": null},
               {"list": "UN", "standing": "LISTED", "reference": "YEe.001", "name": "THE HOUTHIS", "nameMatched": null, "programmes": ["Yemen"],
                "since": "2022-02-28", "until": null, "relation": "IS", "through": null, "basis": "LISTING_DATE",
                "why": "Ansarallah is how the Houthis call themselves.", "decidedBy": "Tocsin curators", "decidedOn": "2026-12-01",
                "ties": [{"reference": "YEe.001", "name": "THE HOUTHIS", "relation": "IS", "through": null, "since": "2022-02-28",
                          "why": "Ansarallah is how the Houthis call themselves."}],
                "version": {"number": 1, "asOf": "2026-02-27", "seenOn": "2026-02-27", "ageDays": 277, "stale": true}},
               {"list": "UK", "standing": "UNKNOWN", "reference": null, "name": null, "nameMatched": null, "programmes": [],
                "since": null, "until": null, "relation": null, "through": null, "basis": "NONE",
                "why": "This list has never been loaded.", "decidedBy": null, "decidedOn": null, "ties": [], "version": null},
               {"list": "EU", "standing": "UNKNOWN", "reference": null, "name": null, "nameMatched": null, "programmes": [],
                "since": null, "until": null, "relation": null, "through": null, "basis": "NONE",
                "why": "This list has never been loaded.", "decidedBy": null, "decidedOn": null, "ties": [], "version": null}],
             "next": null}
            """;

    static final String ANSAR_ALLAH = """
            {"name": "Ansar Allah", "clarity": "AMBIGUOUS", "actor": null,
             "candidates": [{"id": "houthis", "name": "Houthis"}, {"id": "hezbollah", "name": "Hezbollah"}],
             "entries": [{"list": "OFAC_SDN", "reference": "4697"}, {"list": "OFAC_SDN", "reference": "47664"}]}
            """;

    static final String ANSAR_ALLAH_IN_YEMEN = """
            {"name": "Ansar Allah", "clarity": "CLEAR", "actor": {"id": "houthis", "name": "Houthis"},
             "candidates": [{"id": "houthis", "name": "Houthis"}], "entries": [{"list": "OFAC_SDN", "reference": "47664"}]}
            """;

    private SanctionsExamples() {}
}
