package org.tocsin.events.sanctions;

/** What the API document shows of standings. */
final class SanctionsExamples {
    static final String HOUTHIS = """
            {}
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
