package org.tocsin.ingest.outbox;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The one call that ingest-service makes to events-service. */
@RegisterRestClient(configKey = "events")
@RegisterClientHeaders(ServiceToken.class)
@Path("/reports")
interface EventsClient {
    /** Replaces everything that an earlier revision of the report said. The same call twice changes nothing. */
    @PUT
    @Path("/{id}/events")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    EventsAnswer put(@PathParam("id") UUID report, ReportEvents events);
}
