package org.tocsin.events;

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

/** The OpenAPI document of events-service. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Tocsin events-service",
                        version = "0.1.0",
                        description =
                                "Stores normalised events of armed conflict, keeps who holds which place and how sure"
                                        + " that is, and tells what changed.",
                        license = @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0")),
        security = @SecurityRequirement(name = "token"),
        components =
                @Components(
                        responses = {
                            @APIResponse(
                                    name = "InvalidRequest",
                                    description =
                                            "The request or a part of its address cannot be read or breaks a rule; every wrong value is named, and nothing was done.",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "a wrong day",
                                                                    value = ProblemExamples.INVALID))),
                            @APIResponse(
                                    name = "Unauthenticated",
                                    description = "The token is missing, expired or of another issuer or audience.",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "no token",
                                                                    value = ProblemExamples.UNAUTHENTICATED))),
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
                                                                    value = ProblemExamples.FORBIDDEN))),
                            @APIResponse(
                                    name = "NotAcceptable",
                                    description = "None of the types in Accept is available.",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "other type",
                                                                    value = ProblemExamples.NOT_ACCEPTABLE))),
                            @APIResponse(
                                    name = "TooLarge",
                                    description = "The body is larger than 64 MB.",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "large body",
                                                                    value = ProblemExamples.TOO_LARGE))),
                            @APIResponse(
                                    name = "UnsupportedMediaType",
                                    description = "The body is not JSON.",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "other type",
                                                                    value = ProblemExamples.UNSUPPORTED_MEDIA_TYPE))),
                            @APIResponse(
                                    name = "Unavailable",
                                    description = "The database is away; send the call again.",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "database away",
                                                                    value = ProblemExamples.UNAVAILABLE)))
                        }))
@SecurityScheme(
        securitySchemeName = "token",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description = "A JWT of the configured issuer for the audience `tocsin`; its roles decide what it may call.")
public class EventsApplication extends Application {}
