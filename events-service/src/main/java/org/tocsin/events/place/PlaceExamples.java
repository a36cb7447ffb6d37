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

    private PlaceExamples() {}
}
