package org.tocsin.service.problem;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Turns away what no resource could read: half a media type, and characters that PostgreSQL cannot hold. */
@Provider
@PreMatching
public class ReadableRequests implements ContainerRequestFilter {
    private static final Pattern MEDIA_TYPE = Pattern.compile("\\s*[^\\s/;,]+/[^\\s/;,]+\\s*(;.*)?");

    @Override
    public void filter(ContainerRequestContext request) {
        problemOf(
                        request.getHeaderString(HttpHeaders.CONTENT_TYPE),
                        request.getUriInfo().getQueryParameters())
                .ifPresent(problem -> request.abortWith(ProblemMappers.response(problem)));
    }

    static Optional<Problem> problemOf(
            @org.jspecify.annotations.Nullable String contentType, Map<String, List<String>> parameters) {
        if (contentType != null && !MEDIA_TYPE.matcher(contentType).matches()) {
            return Optional.of(Problem.of(
                    ProblemKind.UNSUPPORTED_MEDIA_TYPE,
                    "The Content-Type is no media type, such as application/json."));
        }
        return parameters.entrySet().stream()
                .filter(parameter -> parameter.getValue().stream().anyMatch(value -> value.indexOf('\0') >= 0))
                .map(parameter -> Problem.invalid(parameter.getKey(), "must not contain the character U+0000"))
                .findFirst();
    }
}
