package org.tocsin.events.event;

/** What the API document shows of events; report and result are {@code docs/api/examples/report-events.*.json}. */
public final class EventExamples {
    static final String REPORT = """
            {
              "report": {
                "publisher": "example-wire",
                "title": "Militants seize Mosul",
                "url": "https://wire.example/2014/06/10/mosul",
                "publishedAt": "2014-06-10T15:30:00Z",
                "language": "en",
                "copyOf": null,
                "copyVersion": 0
              },
              "revision": 1,
              "reading": 1,
              "readerVersion": "8",
              "live": true,
              "events": [
                {
                  "id": "0b9f3c52-6a0e-4f43-9a3e-6d1a3c1f0a11-1-0-0",
                  "type": "TERRITORY_SEIZED",
                  "stance": "ASSERTED",
                  "changesHands": true,
                  "extent": "WHOLE",
                  "confidence": 0.93,
                  "place": {"id": "99072", "name": "Mosul", "country": "IQ", "latitude": 36.335, "longitude": 43.11889},
                  "actor": {"id": "islamic-state", "name": "Islamic State"},
                  "target": {"id": "government-of-iq", "name": "Government of Iraq"},
                  "claimant": null,
                  "occurredOn": "2014-06-10",
                  "datePrecision": "DAY",
                  "evidence": {
                    "field": "text",
                    "sentence": {"start": 0, "end": 61, "text": "Islamic State fighters seized Mosul from the army on Tuesday."},
                    "trigger": {"start": 23, "end": 29},
                    "place": {"start": 30, "end": 35},
                    "actor": {"start": 0, "end": 13}
                  },
                  "reasons": ["'seized' is a completed taking; its subject is the taker and its object the place"]
                }
              ],
              "copyLinks": []
            }
            """;

    static final String RESULT = """
            {
              "report": "0b9f3c52-6a0e-4f43-9a3e-6d1a3c1f0a11",
              "revision": 1,
              "reading": 1,
              "items": [
                {"id": "0b9f3c52-6a0e-4f43-9a3e-6d1a3c1f0a11-1-0-0", "outcome": "STORED", "problem": null}
              ],
              "withdrawn": []
            }
            """;

    static final String BULK = """
            {"reports": [{"id": "0b9f3c52-6a0e-4f43-9a3e-6d1a3c1f0a11", "says":
            """ + REPORT + """
            }]}
            """;

    static final String BULK_RESULT = """
            {"items": [
            """ + RESULT + """
            ]}
            """;

    public static final String EVENT = """
            {
              "id": "0b9f3c52-6a0e-4f43-9a3e-6d1a3c1f0a11-1-0-0",
              "type": "TERRITORY_SEIZED",
              "codes": {"acled": "Non-state actor overtakes territory", "cameo": "192"},
              "stance": "ASSERTED",
              "changesHands": true,
              "extent": "WHOLE",
              "confidence": 0.93,
              "place": {"id": "99072", "name": "Mosul", "country": "IQ", "admin1": "IQ.15", "latitude": 36.335, "longitude": 43.11889},
              "actor": {"id": "islamic-state", "name": "Islamic State"},
              "target": {"id": "government-of-iq", "name": "Government of Iraq"},
              "claimant": null,
              "occurredOn": "2014-06-10",
              "datePrecision": "DAY",
              "evidence": {
                "field": "text",
                "sentence": {"start": 0, "end": 61, "text": "Islamic State fighters seized Mosul from the army on Tuesday."},
                "trigger": {"start": 23, "end": 29},
                "place": {"start": 30, "end": 35},
                "actor": {"start": 0, "end": 13}
              },
              "reasons": ["'seized' is a completed taking; its subject is the taker and its object the place"],
              "report": {
                "id": "0b9f3c52-6a0e-4f43-9a3e-6d1a3c1f0a11",
                "publisher": "example-wire",
                "title": "Militants seize Mosul",
                "url": "https://wire.example/2014/06/10/mosul",
                "publishedAt": "2014-06-10T15:30:00Z",
                "copyOf": null
              },
              "recordedAt": "2026-11-23T15:00:00.123456Z",
              "status": "ACTIVE",
              "weighs": true,
              "weighsNot": null
            }
            """;

    static final String PAGE = """
            {"items": [
            """ + EVENT + """
            ], "next": null}
            """;

    static final String FEATURES = """
            {"type": "FeatureCollection", "features": [
              {"type": "Feature", "id": "0b9f3c52-6a0e-4f43-9a3e-6d1a3c1f0a11-1-0-0", "geometry": {"type": "Point", "coordinates": [43.11889, 36.335]}, "properties":
            """ + EVENT + """
            }]}
            """;

    static final String CSV = EventsCsv.HEADER + """
            0b9f3c52-6a0e-4f43-9a3e-6d1a3c1f0a11-1-0-0,TERRITORY_SEIZED,Non-state actor overtakes territory,192,ASSERTED,true,WHOLE,0.93,\
            99072,Mosul,IQ,36.335,43.11889,islamic-state,Islamic State,government-of-iq,Government of Iraq,,,\
            2014-06-10,DAY,0b9f3c52-6a0e-4f43-9a3e-6d1a3c1f0a11,example-wire,https://wire.example/2014/06/10/mosul,\
            2014-06-10T15:30:00Z,2026-11-23T15:00:00.123456Z,ACTIVE,true,\r
            """;

    private EventExamples() {}
}
