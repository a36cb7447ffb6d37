package org.tocsin.events;

/** What errors look like in the API document. */
final class ProblemExamples {
    static final String INVALID = """
            {
              "type": "urn:tocsin:problem:invalid-request",
              "title": "Invalid request",
              "status": 400,
              "detail": "at must be a day such as 2014-06-20 or an RFC 3339 time such as 2014-06-20T12:00:00Z.",
              "errors": [
                {"field": "at", "detail": "must be a day such as 2014-06-20 or an RFC 3339 time such as 2014-06-20T12:00:00Z"}
              ]
            }
            """;

    static final String UNAUTHENTICATED = """
            {
              "type": "urn:tocsin:problem:unauthenticated",
              "title": "Authentication needed",
              "status": 401,
              "detail": "Send a valid token as 'Authorization: Bearer <JWT>': unexpired, of the configured issuer, for the audience tocsin.",
              "errors": []
            }
            """;

    static final String FORBIDDEN = """
            {
              "type": "urn:tocsin:problem:forbidden",
              "title": "Not allowed",
              "status": 403,
              "detail": "The token's roles do not allow this call.",
              "errors": []
            }
            """;

    static final String NOT_ACCEPTABLE = """
            {
              "type": "urn:tocsin:problem:not-acceptable",
              "title": "Not acceptable",
              "status": 406,
              "detail": "None of the types in Accept is available here.",
              "errors": []
            }
            """;

    static final String TOO_LARGE = """
            {
              "type": "urn:tocsin:problem:too-large",
              "title": "Too large",
              "status": 413,
              "detail": "The body is larger than this address takes.",
              "errors": []
            }
            """;

    static final String UNSUPPORTED_MEDIA_TYPE = """
            {
              "type": "urn:tocsin:problem:unsupported-media-type",
              "title": "Unsupported media type",
              "status": 415,
              "detail": "This address does not take this Content-Type.",
              "errors": []
            }
            """;

    static final String UNAVAILABLE = """
            {
              "type": "urn:tocsin:problem:unavailable",
              "title": "Temporarily unavailable",
              "status": 503,
              "detail": "The database cannot be reached at the moment. Try again.",
              "errors": []
            }
            """;

    private ProblemExamples() {}
}
