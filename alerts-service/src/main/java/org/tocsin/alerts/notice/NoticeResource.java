package org.tocsin.alerts.notice;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
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

/** What owners are to know of their subscriptions, by pull. */
@Path("/notices")
@Tag(name = "Notices", description = "That an endpoint fails, or a subscription was switched off.")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.SUBSCRIBER, Role.ADMIN})
public class NoticeResource {
    static final String EXAMPLE = """
            {
              "items": [
                {
                  "specversion": "1.0",
                  "id": "1c0f6a52-7a0e-4c1c-9d1c-0f6f2b0a7711",
                  "source": "https://tocsin.example.org",
                  "type": "tocsin.endpoint-failing",
                  "subject": "subscriptions/3f0d1f0e-7e0b-4d7e-a1de-6b1f2f7f4c10",
                  "time": "2026-11-24T15:03:12.000001Z",
                  "datacontenttype": "application/json",
                  "data": {
                    "subscription": {"id": "3f0d1f0e-7e0b-4d7e-a1de-6b1f2f7f4c10", "name": "Shipments to Iraq"},
                    "endpoint": "https://hooks.example.org/tocsin",
                    "status": "ACTIVE",
                    "statusReason": null,
                    "failingSince": "2026-11-23T15:00:00.141003Z",
                    "disablesAt": "2026-11-28T15:00:00.141003Z",
                    "lastStatus": 503,
                    "lastError": "STATUS"
                  }
                }
              ],
              "next": "12"
            }""";

    private final Notices notices;
    private final Caller caller;

    NoticeResource(Notices notices, Caller caller) {
        this.notices = notices;
        this.caller = caller;
    }

    /** A notice as it was written. */
    @Schema(name = "NoticeEvent", type = SchemaType.OBJECT, description = "A CloudEvent about a subscription.")
    record Event(@JsonValue @JsonRawValue String json) {}

    @Schema(name = "Notices")
    record Page(
            List<Event> items,

            @Schema(
                    nullable = true,
                    description =
                            "The cursor to go on from, also when nothing is left now; null before the first notice.",
                    examples = "12")
            @Nullable String next) {}

    @GET
    @Operation(
            summary = "Fetch notices",
            description =
                    "That an endpoint has failed for a day and for four (`tocsin.endpoint-failing`), and that a subscription"
                            + " was switched off (`tocsin.subscription-disabled`), oldest first.")
    @APIResponse(
            responseCode = "200",
            description = "The notices after the cursor.",
            content = @Content(schema = @Schema(implementation = Page.class), example = EXAMPLE))
    @APIResponse(ref = "InvalidRequest", responseCode = "400")
    @APIResponse(ref = "Unauthenticated", responseCode = "401")
    @APIResponse(ref = "Forbidden", responseCode = "403")
    public Page notices(
            @Parameter(description = "Only those of this subscription.") @QueryParam("subscription") @Nullable String subscription,
            @Parameter(description = "The `next` of an earlier answer; absent: from the first.")
                    @QueryParam("after")
                    @Nullable String after,
            @Parameter(description = "How many, 1 to 1000.", schema = @Schema(defaultValue = "100"))
                    @QueryParam("limit")
                    @Nullable Integer limit) {
        Cursor cursor = Cursor.of(after, limit);
        List<Notices.Placed> found = notices.after(Inputs.subscription(subscription), caller.onlyOwner(), cursor);
        String next = found.isEmpty()
                ? after
                : Long.toString(found.get(found.size() - 1).position());
        return new Page(found.stream().map(placed -> new Event(placed.body())).toList(), next);
    }
}
