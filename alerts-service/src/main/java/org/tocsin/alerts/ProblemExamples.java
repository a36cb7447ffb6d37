package org.tocsin.alerts;

/** What errors look like in the API document. */
final class ProblemExamples {
    static final String INVALID = """
            {
              "type": "urn:tocsin:problem:invalid-request",
              "title": "Invalid request",
              "status": 400,
              "detail": "endpoint must begin with https://.",
              "errors": [{"field": "endpoint", "detail": "must begin with https://"}]
            }""";

    static final String UNAUTHENTICATED = """
            {
              "type": "urn:tocsin:problem:unauthenticated",
              "title": "Authentication needed",
              "status": 401,
              "detail": "Send a valid token as 'Authorization: Bearer <JWT>': unexpired, of the configured issuer, for the audience tocsin.",
              "errors": []
            }""";

    static final String FORBIDDEN = """
            {
              "type": "urn:tocsin:problem:forbidden",
              "title": "Not allowed",
              "status": 403,
              "detail": "The token's roles do not allow this call.",
              "errors": []
            }""";

    static final String NOT_FOUND = """
            {
              "type": "urn:tocsin:problem:not-found",
              "title": "Not found",
              "status": 404,
              "detail": "There is no such subscription.",
              "errors": []
            }""";

    static final String TOO_MANY = """
            {
              "type": "urn:tocsin:problem:conflict",
              "title": "Conflict",
              "status": 409,
              "detail": "The owner has 1000 subscriptions, and may have 1000: delete one first.",
              "errors": []
            }""";

    static final String UNAVAILABLE = """
            {
              "type": "urn:tocsin:problem:unavailable",
              "title": "Temporarily unavailable",
              "status": 503,
              "detail": "events-service, which knows the places, does not answer. Nothing was stored; send the call again.",
              "errors": []
            }""";

    private ProblemExamples() {}
}
