package org.tocsin.alerts.subscription;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.tocsin.alerts.access.Caller;
import org.tocsin.service.access.Role;
import org.tocsin.service.problem.Problem;
import org.tocsin.service.problem.ProblemKind;

@Path("/subscriptions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.SUBSCRIBER, Role.ADMIN})
class SubscriptionResource {
    private final Subscriptions subscriptions;
    private final Caller caller;

    SubscriptionResource(Subscriptions subscriptions, Caller caller) {
        this.subscriptions = subscriptions;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response make(@NotNull @Valid SubscriptionRequest body) {
        Subscription made = subscriptions.make(caller.owner(), body);
        return Response.created(URI.create("/subscriptions/" + made.id()))
                .entity(made)
                .build();
    }

    @GET
    @Path("/{id}")
    public Subscription one(@PathParam("id") UUID id) {
        return subscriptions.one(id, caller.onlyOwner()).orElseThrow(() -> Problem.of(
                        ProblemKind.NOT_FOUND, "There is no such subscription.")
                .asException());
    }
}
