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
              {"text": "al-Mawsil", "country": "Iraq"},
              {"text": "170654", "country": null},
              {"text": "Goma", "country": null},
              {"text": "Nowhere-on-Sea", "country": null}
            ]}
            """;

    static final String MATCHES = """
            {
              "items": [
                {
                  "status": "MATCHED",
                  "place": {"id": "99072", "name": "Mosul", "country": "IQ", "admin1": "IQ.15", "latitude": 36.335, "longitude": 43.11889},
                  "candidates": [],
                  "detail": null
                },
                {
                  "status": "MATCHED",
                  "place": {"id": "170654", "name": "Damascus", "country": "SY", "admin1": "SY.13", "latitude": 33.5102, "longitude": 36.29128},
                  "candidates": [],
                  "detail": null
                },
                {
                  "status": "AMBIGUOUS",
                  "place": null,
                  "candidates": [
                    {"id": "216281", "name": "Goma", "country": "CD", "admin1": "CD.11", "latitude": -1.67409, "longitude": 29.22845},
                    {"id": "1712770", "name": "Goma", "country": "PH", "admin1": "PH.11", "latitude": 6.79194, "longitude": 125.32083}
                  ],
                  "detail": "give the country, or the id"
                },
                {
                  "status": "UNKNOWN",
                  "place": null,
                  "candidates": [],
                  "detail": "there is no place of this name"
                }
              ],
              "next": null
            }
            """;

    static final String CHECK_REQUEST = """
            {"countries": ["IQ"], "regions": ["IQ.15"], "actors": ["islamic-state", "islamic-stat"]}
            """;

    static final String CHECKED = """
            {"unknown": {"countries": [], "regions": [], "actors": ["islamic-stat"]}}
            """;

    private PlaceExamples() {}
}
