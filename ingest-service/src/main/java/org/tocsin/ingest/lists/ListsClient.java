package org.tocsin.ingest.lists;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.outbox.ServiceToken;

/** Passes the files of lists on to events-service. */
@RegisterRestClient(configKey = "events")
@RegisterClientHeaders(ServiceToken.class)
@Path("/sanctions-lists")
interface ListsClient {
    /** The same bytes again are the same version. */
    @POST
    @Path("/{list}/versions")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Produces(MediaType.APPLICATION_JSON)
    Answer send(@PathParam("list") String list, @QueryParam("current") boolean current, byte[] file);

    /** What is looked at of the answer. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @RegisterForReflection
    record Answer(@Nullable String id) {}
}
