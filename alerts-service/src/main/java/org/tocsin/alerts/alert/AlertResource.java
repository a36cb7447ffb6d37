package org.tocsin.alerts.alert;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tocsin.alerts.access.Caller;
import org.tocsin.alerts.store.Cursor;
import org.tocsin.alerts.store.Inputs;
import org.tocsin.service.access.Role;
import org.tocsin.service.problem.Problem;
import org.tocsin.service.problem.ProblemKind;

/** The same alerts by pull. */
@Path("/alerts")
@Tag(name = "Alerts", description = "The same alerts for those who fetch them.")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.SUBSCRIBER, Role.ADMIN})
@APIResponse(ref = "Unauthenticated", responseCode = "401")
@APIResponse(ref = "Forbidden", responseCode = "403")
public class AlertResource {
    private final AlertLog log;
    private final Caller caller;

    AlertResource(AlertLog log, Caller caller) {
        this.log = log;
        this.caller = caller;
    }

    /** An event exactly as it was written when the alert was made. */
    @Schema(name = "AlertEvent", type = SchemaType.OBJECT, description = "The body of the webhook: a CloudEvent.")
    public record Event(@JsonValue @JsonRawValue String json) {}

    @Schema(name = "Alerts")
    public record Page(
            List<Event> items,

            @Schema(
                    nullable = true,
                    description =
                            "The cursor to go on from, also when nothing is left now; null before the first alert.",
                    examples = "17")
            @Nullable String next) {}

    @GET
    @Operation(
            summary = "Fetch alerts",
            description =
                    "The alerts of the caller's subscriptions in the order in which they were made, each as the very"
                            + " event that its webhook carries. Keep `next` and give it as `after` the next time.")
    @APIResponse(
            responseCode = "200",
            description = "The alerts after the cursor.",
            content = @Content(schema = @Schema(implementation = Page.class), example = WebhookExamples.ALERTS))
    @APIResponse(ref = "InvalidRequest", responseCode = "400")
    public Page alerts(
            @Parameter(description = "Only those of this subscription.") @QueryParam("subscription") @Nullable String subscription,
            @Parameter(description = "The `next` of an earlier answer; absent: from the first.")
                    @QueryParam("after")
                    @Nullable String after,
            @Parameter(description = "How many, 1 to 1000.", schema = @Schema(defaultValue = "100"))
                    @QueryParam("limit")
                    @Nullable Integer limit) {
        Cursor cursor = Cursor.of(after, limit);
        List<AlertLog.Made> found = log.after(Inputs.subscription(subscription), caller.onlyOwner(), cursor);
        String next = found.isEmpty()
                ? after
                : Long.toString(found.get(found.size() - 1).position());
        return new Page(found.stream().map(made -> new Event(made.body())).toList(), next);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Fetch an alert", description = "The event that its webhook carries.")
    @APIResponse(
            responseCode = "200",
            description = "The alert.",
            content = @Content(schema = @Schema(implementation = Event.class), example = WebhookExamples.ALERT))
    @APIResponse(ref = "NotFound", responseCode = "404")
    public Event alert(@Parameter(description = "The alert's id.") @PathParam("id") UUID id) {
        return log.one(id, caller.onlyOwner()).map(Event::new).orElseThrow(() -> Problem.of(
                        ProblemKind.NOT_FOUND, "There is no such alert.")
                .asException());
    }
}
