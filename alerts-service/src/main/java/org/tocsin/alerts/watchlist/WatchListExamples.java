package org.tocsin.alerts.watchlist;

/** Examples for the API's document; docs/api/examples holds the same. */
final class WatchListExamples {
    static final String CSV = """
            name,country,reference
            Mosul,IQ,PO 4711
            Goma,,PO 4712
            Nowhere-on-Sea,,
            ,,PO 4713
            """;

    static final String JSON = """
            {"places": [
              {"name": "Mosul", "country": "IQ", "reference": "PO 4711"},
              {"id": "172955"}
            ]}""";

    static final String RESULT = """
            {
              "applied": false,
              "lines": 4,
              "matched": 1,
              "ambiguous": 1,
              "unknown": 1,
              "malformed": 1,
              "places": 0,
              "items": [
                {
                  "line": 2,
                  "text": "Mosul",
                  "status": "MATCHED",
                  "place": {"id": "99072", "name": "Mosul", "country": "IQ", "admin1": "IQ.15", "latitude": 36.335, "longitude": 43.11889},
                  "reference": "PO 4711",
                  "candidates": [],
                  "detail": null
                },
                {
                  "line": 3,
                  "text": "Goma",
                  "status": "AMBIGUOUS",
                  "place": null,
                  "reference": "PO 4712",
                  "candidates": [
                    {"id": "216281", "name": "Goma", "country": "CD", "admin1": "CD.11", "latitude": -1.67409, "longitude": 29.22845},
                    {"id": "1712770", "name": "Goma", "country": "PH", "admin1": "PH.11", "latitude": 6.79194, "longitude": 125.32083}
                  ],
                  "detail": "give the country, or the id"
                },
                {
                  "line": 4,
                  "text": "Nowhere-on-Sea",
                  "status": "UNKNOWN",
                  "place": null,
                  "reference": null,
                  "candidates": [],
                  "detail": "there is no place of this name"
                },
                {
                  "line": 5,
                  "text": "",
                  "status": "MALFORMED",
                  "place": null,
                  "reference": null,
                  "candidates": [],
                  "detail": "has neither id nor name"
                }
              ]
            }""";

    static final String PLACES = """
            {"items": [{"id": "99072", "name": "Mosul", "country": "IQ", "reference": "PO 4711"}], "next": null}""";

    static final String PLACES_CSV = """
            id,name,country,reference
            99072,Mosul,IQ,PO 4711
            """;

    private WatchListExamples() {}
}
