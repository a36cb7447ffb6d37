package org.tocsin.ingest;

/** What errors look like in the API document. */
final class Problems {
    static final String INVALID = """
            {
              "type": "urn:tocsin:problem:invalid-request",
              "title": "Invalid request",
              "status": 400,
              "detail": "text must not be empty; publishedAt must not be more than 24 hours ahead.",
              "errors": [{"field": "text", "detail": "must not be empty"}, {"field": "publishedAt", "detail": "must not be more than 24 hours ahead"}]
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

    static final String NOT_FOUND = """
            {
              "type": "urn:tocsin:problem:not-found",
              "title": "Not found",
              "status": 404,
              "detail": "There is no report of this id.",
              "errors": []
            }
            """;

    static final String CONFLICT = """
            {
              "type": "urn:tocsin:problem:conflict",
              "title": "Conflict",
              "status": 409,
              "detail": "The publisher has sent this content as another report: 7d3e41d2-4d6c-4a3c-9d0a-6a0a2b9d2f10.",
              "errors": []
            }
            """;

    static final String TOO_LARGE = """
            {
              "type": "urn:tocsin:problem:too-large",
              "title": "Too large",
              "status": 413,
              "detail": "text must have at most 1,000,000 characters.",
              "errors": [{"field": "text", "detail": "must have at most 1,000,000 characters"}]
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

    static final String TOO_MANY_REQUESTS = """
            {
              "type": "urn:tocsin:problem:too-many-requests",
              "title": "Too many requests",
              "status": 429,
              "detail": "Too many streams at a time. Try again later.",
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

    private Problems() {}
}
