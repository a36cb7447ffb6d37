package org.tocsin.service.problem;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body of every error (RFC 9457).
 *
 * @param type {@code urn:tocsin:problem:<slug>}, one per kind of error
 * @param title the kind of error in words, the same for each occurrence
 * @param status the HTTP status
 * @param detail what was wrong this time and what to do about it
 * @param errors the places in the request that were wrong; empty when the whole request was
 */
@Schema(description = "An error as RFC 9457 defines it.")
public record Problem(
        @Schema(examples = "urn:tocsin:problem:invalid-request")
        String type,

        @Schema(examples = "Invalid request") String title,
        @Schema(examples = "400") int status,
        @Schema(examples = "The request has 1 error.") String detail,
        List<FieldError> errors) {
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        errors = List.copyOf(errors);
    }

    /**
     * One wrong value.
     *
     * @param field its path in the request: {@code events[3].place.id}, or the name of a parameter or header
     * @param detail what is wrong with it
     */
    public record FieldError(
            @Schema(examples = "publishedAt") String field,
            @Schema(examples = "must be an RFC 3339 time") String detail) {}

    public static Problem of(ProblemKind kind, String detail) {
        return of(kind, detail, List.of());
    }

    public static Problem of(ProblemKind kind, String detail, List<FieldError> errors) {
        return new Problem(kind.type(), kind.title(), kind.status(), detail, errors);
    }

    /** One wrong value in a request. */
    public static Problem invalid(String field, String detail) {
        return of(ProblemKind.INVALID_REQUEST, field + " " + detail + ".", List.of(new FieldError(field, detail)));
    }

    public ProblemException asException() {
        return new ProblemException(this);
    }
}
