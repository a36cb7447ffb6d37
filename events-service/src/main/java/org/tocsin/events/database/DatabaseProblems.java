package org.tocsin.events.database;

import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.tocsin.service.problem.Problem;
import org.tocsin.service.problem.ProblemKind;

/** A database that is away is a 503; anything else it refuses is a fault of this service. */
class DatabaseProblems {
    private static final Logger LOG = Logger.getLogger(DatabaseProblems.class);

    @ServerExceptionMapper
    Response database(DatabaseException e) {
        String id = UUID.randomUUID().toString();
        if (e.away()) {
            LOG.warnf("database away id=%s: %s", id, e.getMessage());
        } else {
            LOG.errorf(e, "request failed id=%s", id);
        }
        Problem problem = e.away()
                ? Problem.of(ProblemKind.UNAVAILABLE, "The database is away; try again.")
                : Problem.of(
                        ProblemKind.INTERNAL_ERROR, "The service failed; its log holds the cause under " + id + ".");
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem)
                .build();
    }
}
