package org.tocsin.alerts;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.PathItem;
import org.eclipse.microprofile.openapi.annotations.PathItemOperation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.tocsin.alerts.alert.AlertResource;
import org.tocsin.alerts.alert.WebhookExamples;
import org.tocsin.service.problem.Problem;

/** The OpenAPI document of alerts-service. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Tocsin alerts-service",
                        version = "0.1.0",
                        description =
                                "Matches changes of control with subscriptions and delivers them as signed webhooks.",
                        license = @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0")),
        security = @SecurityRequirement(name = "token"),
        components =
                @Components(
                        responses = {
                            @APIResponse(
                                    name = "InvalidRequest",
                                    description =
                                            "The body or a parameter is wrong; every wrong value is named, and nothing was done.",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "a wrong address",
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
                                    description =
                                            "The token has neither the role subscriber nor admin, or names no owner.",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "role missing",
                                                                    value = ProblemExamples.FORBIDDEN))),
                            @APIResponse(
                                    name = "NotFound",
                                    description = "It is not there, or it is another owner's.",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "no such subscription",
                                                                    value = ProblemExamples.NOT_FOUND))),
                            @APIResponse(
                                    name = "LimitReached",
                                    description = "The owner has as many as he may; the problem says how many.",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "a thousand and one",
                                                                    value = ProblemExamples.TOO_MANY))),
                            @APIResponse(
                                    name = "Unavailable",
                                    description =
                                            "events-service does not answer; send the call again after Retry-After.",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "events-service away",
                                                                    value = ProblemExamples.UNAVAILABLE)))
                        }),
        webhooks = {
            @PathItem(
                    name = "alert",
                    operations =
                            @PathItemOperation(
                                    method = "post",
                                    summary = "An alert",
                                    description =
                                            "Posted to the endpoint of a subscription when a change matches it. Signed after"
                                                    + " Standard Webhooks; the body is a CloudEvent in structured JSON, its type the kind of"
                                                    + " the change. Tried again until the answer is 2xx, for about nine days; a repeat has the"
                                                    + " same webhook-id.",
                                    parameters = {
                                        @Parameter(
                                                name = "webhook-id",
                                                in = ParameterIn.HEADER,
                                                required = true,
                                                description = "The alert's id: the same at every attempt.",
                                                schema = @Schema(type = SchemaType.STRING)),
                                        @Parameter(
                                                name = "webhook-timestamp",
                                                in = ParameterIn.HEADER,
                                                required = true,
                                                description = "When this attempt was signed, in seconds since 1970.",
                                                schema = @Schema(type = SchemaType.STRING)),
                                        @Parameter(
                                                name = "webhook-signature",
                                                in = ParameterIn.HEADER,
                                                required = true,
                                                description =
                                                        "`v1,` and the base64 of HMAC-SHA256 over id, timestamp and body,"
                                                                + " joined by dots, or `v1a,` and that of an ed25519 signature;"
                                                                + " several are apart by spaces.",
                                                schema = @Schema(type = SchemaType.STRING))
                                    },
                                    requestBody =
                                            @RequestBody(
                                                    content =
                                                            @Content(
                                                                    mediaType = "application/cloudevents+json",
                                                                    schema =
                                                                            @Schema(
                                                                                    implementation =
                                                                                            AlertResource.Event.class),
                                                                    example = WebhookExamples.ALERT)),
                                    responses = {
                                        @APIResponse(responseCode = "2XX", description = "Taken."),
                                        @APIResponse(
                                                responseCode = "410",
                                                description = "Not wanted any more: the subscription becomes DISABLED.")
                                    })),
            @PathItem(
                    name = "verification",
                    operations =
                            @PathItemOperation(
                                    method = "post",
                                    summary = "The question whether the endpoint wants alerts",
                                    description =
                                            "Posted, signed like an alert, when a subscription is made or its endpoint"
                                                    + " changes. An endpoint that wants alerts answers 2xx with the challenge,"
                                                    + " or allows the OPTIONS request of CloudEvents' web hooks that follows;"
                                                    + " or its owner posts the code to `/subscriptions/{id}/verifications`.",
                                    requestBody =
                                            @RequestBody(
                                                    content =
                                                            @Content(
                                                                    mediaType = "application/cloudevents+json",
                                                                    schema = @Schema(type = SchemaType.OBJECT),
                                                                    example = WebhookExamples.VERIFICATION)),
                                    responses =
                                            @APIResponse(
                                                    responseCode = "2XX",
                                                    description = "Consent.",
                                                    content =
                                                            @Content(
                                                                    mediaType = "application/json",
                                                                    schema = @Schema(type = SchemaType.OBJECT),
                                                                    example =
                                                                            "{\"challenge\": \"mB1p0qk3oJ0b7nF2R0f1p6cYJm3kqg8w\"}")))),
            @PathItem(
                    name = "ping",
                    operations =
                            @PathItemOperation(
                                    method = "post",
                                    summary = "A test",
                                    description = "Posted, signed like an alert, when the owner asks for it.",
                                    requestBody =
                                            @RequestBody(
                                                    content =
                                                            @Content(
                                                                    mediaType = "application/cloudevents+json",
                                                                    schema = @Schema(type = SchemaType.OBJECT),
                                                                    example = WebhookExamples.PING)),
                                    responses = @APIResponse(responseCode = "2XX", description = "Taken.")))
        })
@SecurityScheme(
        securitySchemeName = "token",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description = "A JWT of the configured issuer for the audience `tocsin`; its roles decide what it may call.")
public class AlertsApplication extends Application {}
