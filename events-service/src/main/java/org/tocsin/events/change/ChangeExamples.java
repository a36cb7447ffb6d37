package org.tocsin.events.change;

import org.tocsin.events.event.EventExamples;

/** What the API document shows of changes; the page is {@code docs/api/examples/changes.response.json}. */
final class ChangeExamples {
    static final String PAGE = """
            {
              "items": [
                {
                  "id": "2ee79412-f86e-3810-84b9-bba27e769c7c",
                  "kind": "CHANGED_HANDS",
                  "place": {"id": "99072", "name": "Mosul", "country": "IQ", "admin1": "IQ.15", "latitude": 36.335, "longitude": 43.11889},
                  "actor": null,
                  "from": {"id": "government-of-iq", "name": "Government of Iraq"},
                  "to": {"id": "islamic-state", "name": "Islamic State"},
                  "before": {
                    "place": {"id": "99072", "name": "Mosul", "country": "IQ", "admin1": "IQ.15", "latitude": 36.335, "longitude": 43.11889},
                    "at": "2014-06-10",
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
                  },
                  "after": {
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
                  },
                  "validFrom": "2014-06-10",
                  "recordedAt": "2026-11-23T15:00:00.123456Z",
                  "current": true,
                  "live": true,
                  "revises": null,
                  "cause": {"type": "event", "id": "0b9f3c52-6a0e-4f43-9a3e-6d1a3c1f0a11-1-0-0"}
                }
              ],
              "next": "1-000000000001"
            }
            """;

    static final String EXPLAINED = """
            {
              "id": "2ee79412-f86e-3810-84b9-bba27e769c7c",
              "kind": "CHANGED_HANDS",
              "place": {"id": "99072", "name": "Mosul", "country": "IQ", "admin1": "IQ.15", "latitude": 36.335, "longitude": 43.11889},
              "actor": null,
              "from": {"id": "government-of-iq", "name": "Government of Iraq"},
              "to": {"id": "islamic-state", "name": "Islamic State"},
              "before": {
                "place": {"id": "99072", "name": "Mosul", "country": "IQ", "admin1": "IQ.15", "latitude": 36.335, "longitude": 43.11889},
                "at": "2014-06-10",
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
              },
              "after": {
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
              },
              "validFrom": "2014-06-10",
              "recordedAt": "2026-11-23T15:00:00.123456Z",
              "current": true,
              "live": true,
              "revises": null,
              "cause": {"type": "event", "id": "0b9f3c52-6a0e-4f43-9a3e-6d1a3c1f0a11-1-0-0"},
              "explanation": {
                "rule": "taken",
                "words": "Mosul: changed hands from Government of Iraq to Islamic State from 2014-06-10 on. A taking of the whole place or most of it is reported and nobody who lost by it denies it. For it: 1 event of 1 publisher; against it: 0 events of 0 publishers. Assurance: claimed.",
                "for": [
            """ + EventExamples.EVENT + """
            ], "against": [], "decision": null, "sanctions": []}}
            """;

    /** The beginning of {@code docs/api/examples/change.response.html}. */
    static final String PRINTED = "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">";

    private ChangeExamples() {}
}
