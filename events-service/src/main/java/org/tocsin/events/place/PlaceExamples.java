package org.tocsin.events.place;

/** What the API document shows of places. */
final class PlaceExamples {
    static final String PLACE = """
            {
              "id": "99072",
              "name": "Mosul",
              "country": "IQ",
              "admin1": "IQ.15",
              "region": "Nineveh",
              "latitude": 36.335,
              "longitude": 43.11889,
              "population": 1683000,
              "feature": "PPLA",
              "timeZone": "Asia/Baghdad"
            }
            """;

    static final String PAGE = """
            {"items": [
            """ + PLACE + """
            ], "next": null}
            """;

    static final String MATCHES_REQUEST = """
            {"items": [
              {"text": "Mosul", "country": "IQ"},
              {"text": "170654"},
              {"text": "Tripoli"},
              {"text": "Atlantis", "country": null}
            ]}
            """;

    static final String MATCHES = """
            {"items": [
              {
                "status": "MATCHED",
                "place": {"id": "99072", "name": "Mosul", "country": "IQ", "admin1": "IQ.15", "latitude": 36.335, "longitude": 43.11889},
                "candidates": [],
                "detail": null
              }
            ], "next": null}
            """;

    static final String CHECK_REQUEST = """
            {"countries": ["IQ"], "regions": ["IQ.15"], "actors": ["islamic-state", "islamic-stat"]}
            """;

    static final String CHECKED = """
            {"unknown": {"countries": [], "regions": [], "actors": ["islamic-stat"]}}
            """;

    private PlaceExamples() {}
}
