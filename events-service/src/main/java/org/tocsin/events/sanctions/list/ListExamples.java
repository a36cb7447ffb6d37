package org.tocsin.events.sanctions.list;

/** What the API document shows of sanctions lists; a test compares it with what the program answers. All names are made up. */
final class ListExamples {
    static final String RECEIVED = """
            {
              "id": "2", "list": "UN", "status": "RECEIVED",
              "sha256": "7d1a54127b222502f5b79b5fb0803061152a44f92b37e23c6527baf665d4da9a", "size": 1187,
              "receivedAt": "2026-03-02T06:00:03.120411Z", "receivedBy": "ingest-service",
              "asOf": null, "seenOn": null, "entries": null, "parts": [], "previous": null,
              "added": null, "removed": null, "amended": null, "reasons": [], "release": null
            }
            """;

    static final String IN_FORCE = """
            {
              "id": "2", "list": "UN", "status": "IN_FORCE",
              "sha256": "7d1a54127b222502f5b79b5fb0803061152a44f92b37e23c6527baf665d4da9a", "size": 1187,
              "receivedAt": "2026-03-02T06:00:03.120411Z", "receivedBy": "ingest-service",
              "asOf": "2026-03-02", "seenOn": "2026-03-02", "entries": 2, "parts": ["MAIN"], "previous": "1",
              "added": 0, "removed": 0, "amended": 1, "reasons": [], "release": null
            }
            """;

    static final String QUARANTINED = """
            {
              "id": "3", "list": "UN", "status": "QUARANTINED",
              "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "size": 512,
              "receivedAt": "2026-03-03T06:00:02.904117Z", "receivedBy": "ingest-service",
              "asOf": "2026-03-03", "seenOn": null, "entries": 1, "parts": ["MAIN"], "previous": "2",
              "added": 0, "removed": 1, "amended": 0,
              "reasons": [{
                "kind": "MANY_REMOVED",
                "detail": "1 of the 2 entries of the version before (50.0 %) are missing, which is more than 10 %",
                "releasable": true
              }],
              "release": null
            }
            """;

    static final String RELEASE = """
            {"reason": "The committee took XAe.002 off the list on 2 March."}
            """;

    static final String RELEASED = """
            {
              "id": "3", "list": "UN", "status": "IN_FORCE",
              "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "size": 512,
              "receivedAt": "2026-03-03T06:00:02.904117Z", "receivedBy": "ingest-service",
              "asOf": "2026-03-03", "seenOn": "2026-03-03", "entries": 1, "parts": ["MAIN"], "previous": "2",
              "added": 0, "removed": 1, "amended": 0,
              "reasons": [{
                "kind": "MANY_REMOVED",
                "detail": "1 of the 2 entries of the version before (50.0 %) are missing, which is more than 10 %",
                "releasable": true
              }],
              "release": {
                "at": "2026-03-03T09:12:44.017352Z", "by": "mira",
                "reason": "The committee took XAe.002 off the list on 2 March."
              }
            }
            """;

    static final String VERSIONS = "{\"items\": [" + QUARANTINED + ", " + IN_FORCE + "], \"next\": null}";

    static final String LIST = """
            {
              "id": "UN", "title": "United Nations Security Council Consolidated List",
              "publisher": "United Nations Security Council", "state": "CURRENT",
              "version": "2", "asOf": "2026-03-02", "seenOn": "2026-03-02", "entries": 2, "ageDays": 1, "stale": false,
              "staleAfterDays": 3,
              "lastAttempt":""" + QUARANTINED + """
              ,
              "problem": "Version 3 is in quarantine: 1 of the 2 entries of the version before (50.0 %) are missing, which is more than 10 %. \
            Version 2 of 2026-03-02 stays in force. An admin can release it."
            }
            """;

    static final String LISTS = "{\"items\": [" + LIST + "], \"next\": null}";

    private static final String BEFORE = """
            {
              "list": "UN", "reference": "XAe.001", "kind": "ENTITY",
              "names": [
                {"text": "HARBOUR FRONT", "kind": "PRIMARY", "strength": "STRONG", "script": "LATIN"},
                {"text": "HF", "kind": "AKA", "strength": "WEAK", "script": "LATIN"},
                {"text": "Jabhat al-Mina", "kind": "AKA", "strength": "STRONG", "script": "LATIN"}
              ],
              "programmes": ["Example"], "listedOn": "2016-11-30", "amendedOn": "2017-06-07",
              "remarks": "Operates in the harbour.", "countries": ["Freedonia"], "addresses": ["Port Quay 1, Freedonia"], "details": {}
            }
            """;

    private static final String AFTER = """
            {
              "list": "UN", "reference": "XAe.001", "kind": "ENTITY",
              "names": [
                {"text": "HARBOUR FRONT", "kind": "PRIMARY", "strength": "STRONG", "script": "LATIN"},
                {"text": "HF", "kind": "AKA", "strength": "WEAK", "script": "LATIN"},
                {"text": "Jabhat al-Mina", "kind": "AKA", "strength": "STRONG", "script": "LATIN"},
                {"text": "Dockside Brigade", "kind": "FKA", "strength": "STRONG", "script": "LATIN"}
              ],
              "programmes": ["Example"], "listedOn": "2016-11-30", "amendedOn": "2026-03-01",
              "remarks": "Operates in the harbour.", "countries": ["Freedonia"], "addresses": ["Port Quay 1, Freedonia"], "details": {}
            }
            """;

    static final String ENTRY = "{\"from\": \"2026-03-02\", \"to\": null, \"entry\": " + AFTER + """
            , "history": [
              {"from": "2026-03-01", "to": "2026-03-02", "name": "HARBOUR FRONT", "programmes": ["Example"]},
              {"from": "2026-03-02", "to": null, "name": "HARBOUR FRONT", "programmes": ["Example"]}
            ]}
            """;

    static final String CHANGES = """
            {"items": [{
              "id": "1042", "list": "UN", "version": "2", "previous": "1", "kind": "AMENDED", "reference": "XAe.001",
              "amended": ["ALIAS", "OTHER"], "live": true,
              "before":""" + BEFORE + ", \"after\": " + AFTER + """
            }], "next": null}
            """;

    private ListExamples() {}
}
