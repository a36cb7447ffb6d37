package org.tocsin.ingest;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.tocsin.service.problem.Problem;

/** The OpenAPI document of ingest-service. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Tocsin ingest-service",
                        version = "0.1.0",
                        description =
                                "Takes reports of armed conflict, reads the claims in them and sends them on as events.",
                        license = @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0")),
        security = @SecurityRequirement(name = "token"),
        components =
                @Components(
                        responses = {
                            @APIResponse(
                                    name = "InvalidRequest",
                                    description =
                                            "The request cannot be read or breaks a rule; every wrong field is named.",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "two fields",
                                                                    value = Problems.INVALID))),
                            @APIResponse(
                                    name = "Unauthenticated",
                                    description = "No token, or one that is expired or of another issuer or audience.",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "no token",
                                                                    value = Problems.UNAUTHENTICATED))),
                            @APIResponse(
                                    name = "Forbidden",
                                    description = "The token's roles do not allow this call.",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "role missing",
                                                                    value = Problems.FORBIDDEN))),
                            @APIResponse(
                                    name = "NotFound",
                                    description = "There is no report of this id.",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "unknown report",
                                                                    value = Problems.NOT_FOUND))),
                            @APIResponse(
                                    name = "Conflict",
                                    description = "The publisher has sent this content as another report.",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "another report",
                                                                    value = Problems.CONFLICT))),
                            @APIResponse(
                                    name = "TooLarge",
                                    description =
                                            "The text has more than 1,000,000 characters, or the body more than 16 MiB.",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "long text",
                                                                    value = Problems.TOO_LARGE))),
                            @APIResponse(
                                    name = "UnsupportedMediaType",
                                    description = "The Content-Type is none that is taken here.",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "other type",
                                                                    value = Problems.UNSUPPORTED_MEDIA_TYPE))),
                            @APIResponse(
                                    name = "TooManyRequests",
                                    description = "Too many streams of reports at a time.",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "too many",
                                                                    value = Problems.TOO_MANY_REQUESTS))),
                            @APIResponse(
                                    name = "Unavailable",
                                    description = "The database cannot be reached; nothing was done. Try again.",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "database away",
                                                                    value = Problems.UNAVAILABLE)))
                        }))
@SecurityScheme(
        securitySchemeName = "token",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description = "A JWT of the configured issuer for the audience `tocsin`; its roles decide what it may call.")
public class IngestApplication extends Application {}
