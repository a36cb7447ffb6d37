package org.tocsin.service.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every way a request can fail, as a problem. Nothing that a caller sent is echoed, and no stack trace leaves the service. */
public class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    static Response response(Problem problem) {
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem)
                .build();
    }

    @ServerExceptionMapper
    public Response problem(ProblemException e) {
        return response(e.problem());
    }

    @ServerExceptionMapper
    public Response unauthorized(UnauthorizedException e) {
        return unauthenticated();
    }

    @ServerExceptionMapper
    public Response authenticationFailed(AuthenticationFailedException e) {
        return unauthenticated();
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException e) {
        return response(Problem.of(ProblemKind.FORBIDDEN, "The token's roles do not allow this call."));
    }

    @ServerExceptionMapper
    public Response constraint(ConstraintViolationException e) {
        List<Problem.FieldError> errors = e.getConstraintViolations().stream()
                .map(v -> new Problem.FieldError(fieldOf(v), v.getMessage()))
                .distinct()
                .sorted(Comparator.comparing(Problem.FieldError::field).thenComparing(Problem.FieldError::detail))
                .toList();
        return response(Problem.of(ProblemKind.INVALID_REQUEST, inWords(errors), errors));
    }

    @ServerExceptionMapper
    public Response json(JsonProcessingException e) {
        return response(JsonProblem.of(e));
    }

    /** Named on its own, because Quarkus maps it more closely than its parent. */
    @ServerExceptionMapper
    public Response mismatch(MismatchedInputException e) {
        return response(JsonProblem.of(e));
    }

    @ServerExceptionMapper
    public Response http(WebApplicationException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof JsonProcessingException json) {
                return response(JsonProblem.of(json));
            }
            if (cause instanceof ProblemException known) {
                return response(known.problem());
            }
        }
        int status = e.getResponse().getStatus();
        if (status < 400) {
            return e.getResponse();
        }
        ProblemKind kind = ProblemKind.ofStatus(status);
        String detail =
                switch (kind) {
                    case NOT_FOUND -> "There is nothing at this address, or a part of it cannot be read.";
                    case METHOD_NOT_ALLOWED -> "This address does not answer this method.";
                    case NOT_ACCEPTABLE -> "None of the types in Accept is available here.";
                    case UNSUPPORTED_MEDIA_TYPE -> "This address does not take this Content-Type.";
                    case TOO_LARGE -> "The body is larger than this address takes.";
                    default -> "The request cannot be read.";
                };
        return response(Problem.of(kind, detail));
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable e) {
        if (DatabaseAway.is(e)) {
            LOG.warnf("request refused, the database is away: %s", e.getMessage());
            return Response.fromResponse(response(Problem.of(
                            ProblemKind.UNAVAILABLE, "The database cannot be reached at the moment. Try again.")))
                    .header(HttpHeaders.RETRY_AFTER, 2)
                    .build();
        }
        String id = UUID.randomUUID().toString();
        LOG.errorf(e, "request failed id=%s", id);
        return response(Problem.of(
                ProblemKind.INTERNAL_ERROR, "The service failed; its log holds the cause under " + id + "."));
    }

    /** The parameter or field, without the name of the Java method that took it. */
    private static String fieldOf(ConstraintViolation<?> violation) {
        String path = violation.getPropertyPath().toString();
        int method = path.indexOf('.');
        String inner = method < 0 ? path : path.substring(method + 1);
        int argument = inner.indexOf('.');
        String field = argument < 0 ? inner : inner.substring(argument + 1);
        return field.replace(".<list element>", "");
    }

    private static String inWords(List<Problem.FieldError> errors) {
        return errors.stream().map(e -> e.field() + " " + e.detail()).collect(Collectors.joining("; ")) + ".";
    }

    private static Response unauthenticated() {
        return Response.fromResponse(response(Problem.of(
                        ProblemKind.UNAUTHENTICATED,
                        "Send a valid token as 'Authorization: Bearer <JWT>': unexpired, of the configured issuer, for"
                                + " the audience tocsin.")))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }
}
