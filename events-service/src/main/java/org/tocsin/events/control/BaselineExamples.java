package org.tocsin.events.control;

/** What the API document shows of baselines. */
final class BaselineExamples {
    static final String CSV = """
            scope,holder
            706448,
            UA.14,government-of-ru
            """;

    static final String REQUEST = """
            {"items": [{"scope": "706448", "holder": null}, {"scope": "UA.14", "holder": "government-of-ru"}]}
            """;

    static final String PAGE = """
            {"items": [{"scope": "706448", "holder": null}, {"scope": "UA.14", "holder": "government-of-ru"}], "next": null}
            """;

    static final String RESULT = """
            {"added": 2, "removed": 0, "changed": 0, "places": 0}
            """;

    private BaselineExamples() {}
}
