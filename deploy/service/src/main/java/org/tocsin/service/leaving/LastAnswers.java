package org.tocsin.service.leaving;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Sends callers away who keep their connections open, for as long as {@code quarkus.shutdown.delay} lets the program answer on after it was told to stop: each
 * answer is the last of its connection. Otherwise a caller might send its next request on a connection at the moment in which the end of the program closes it.
 */
@Singleton
class LastAnswers {
    private static final int BEFORE_ALL_OTHERS = 10_000;

    private volatile boolean leaving;

    void leave(@Observes ShutdownDelayInitiatedEvent event) {
        leaving = true;
    }

    void register(@Observes Filters filters) {
        filters.register(this::last, BEFORE_ALL_OTHERS);
    }

    private void last(RoutingContext exchange) {
        if (leaving) {
            if (exchange.request().version() == HttpVersion.HTTP_2) {
                exchange.request().connection().goAway(/* errorCode= */ 0);
            } else {
                exchange.response().putHeader("Connection", "close");
                exchange.addEndHandler(ended -> exchange.request().connection().close());
            }
        }
        exchange.next();
    }
}
