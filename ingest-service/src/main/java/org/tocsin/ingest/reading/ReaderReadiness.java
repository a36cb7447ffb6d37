package org.tocsin.ingest.reading;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** The service is ready when its reader is. */
@Readiness
class ReaderReadiness implements HealthCheck {
    private final LoadedReader reader;

    ReaderReadiness(LoadedReader reader) {
        this.reader = reader;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("reader").status(reader.isReady()).build();
    }
}
