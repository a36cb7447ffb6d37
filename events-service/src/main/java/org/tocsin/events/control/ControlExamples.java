package org.tocsin.events.control;

/** What the API document shows of control. */
final class ControlExamples {
    static final String BEFORE = """
            {
              "place": {"id": "99072", "name": "Mosul", "country": "IQ", "admin1": "IQ.15", "latitude": 36.335, "longitude": 43.11889},
              "at": "2014-06-09",
              "state": "HELD",
              "holder": {"id": "government-of-iq", "name": "Government of Iraq"},
              "parties": [],
              "fighting": false,
              "assurance": "BASELINE",
              "since": null,
              "rule": "baseline",
              "decision": null,
              "evidence": {"for": [], "against": []},
              "sanctions": []
            }
            """;

    static final String TAKEN = """
            {
              "place": {"id": "99072", "name": "Mosul", "country": "IQ", "admin1": "IQ.15", "latitude": 36.335, "longitude": 43.11889},
              "at": "2014-06-10",
              "state": "HELD",
              "holder": {"id": "islamic-state", "name": "Islamic State"},
              "parties": [],
              "fighting": false,
              "assurance": "CLAIMED",
              "since": "2014-06-10",
              "rule": "taken",
              "decision": null,
              "evidence": {"for": ["0b9f3c52-6a0e-4f43-9a3e-6d1a3c1f0a11-1-0-0"], "against": []},
              "sanctions": []
            }
            """;

    static final String CONTROL = """
            {
              "place": {"id": "99072", "name": "Mosul", "country": "IQ", "admin1": "IQ.15", "latitude": 36.335, "longitude": 43.11889},
              "at": "2014-06-20",
              "state": "HELD",
              "holder": {"id": "islamic-state", "name": "Islamic State"},
              "parties": [],
              "fighting": false,
              "assurance": "CLAIMED",
              "since": "2014-06-10",
              "rule": "taken",
              "decision": null,
              "evidence": {"for": ["0b9f3c52-6a0e-4f43-9a3e-6d1a3c1f0a11-1-0-0"], "against": []},
              "sanctions": []
            }
            """;

    /** {@code docs/api/examples/control.response.json}. */
    static final String EXPLAINED = """
            {
              "place": {"id": "99072", "name": "Mosul", "country": "IQ", "admin1": "IQ.15", "latitude": 36.335, "longitude": 43.11889},
              "at": "2014-06-20",
              "state": "HELD",
              "holder": {"id": "islamic-state", "name": "Islamic State"},
              "parties": [],
              "fighting": false,
              "assurance": "CLAIMED",
              "since": "2014-06-10",
              "rule": "taken",
              "decision": null,
              "evidence": {"for": ["0b9f3c52-6a0e-4f43-9a3e-6d1a3c1f0a11-1-0-0"], "against": []},
              "sanctions": [],
              "explanation": "Held by Islamic State since 2014-06-10. A taking of the whole place or most of it is reported and nobody who lost by it denies it. For it: 1 event; against it: nothing. Claimed: one source says so, or only a party to the fight.",
              "for": null,
              "against": null
            }
            """;

    /** {@code docs/api/examples/timeline.response.json}. */
    static final String TIMELINE = """
            {"place": {"id": "99072", "name": "Mosul", "country": "IQ", "admin1": "IQ.15", "latitude": 36.335, "longitude": 43.11889}, "items": [
              {"from": null, "to": "2014-06-10", "control":
            """ + BEFORE + """
            , "explanation": "Held by Government of Iraq. Nothing is recorded that says otherwise, so the baseline holder holds the place. Baseline: nothing but the baseline says so.", "for": null, "against": null},
              {"from": "2014-06-10", "to": null, "control":
            """ + TAKEN + """
            , "explanation": "Held by Islamic State since 2014-06-10. A taking of the whole place or most of it is reported and nobody who lost by it denies it. For it: 1 event; against it: nothing. Claimed: one source says so, or only a party to the fight.", "for": null, "against": null}], "next": null}
            """;

    static final String PAGE = """
            {"items": [
            """ + CONTROL + """
            ], "next": null}
            """;

    static final String FEATURES = """
            {"type": "FeatureCollection", "features": [
              {"type": "Feature", "id": "99072", "geometry": {"type": "Point", "coordinates": [43.11889, 36.335]}, "properties":
            """ + CONTROL + """
            }]}
            """;

    private ControlExamples() {}
}
