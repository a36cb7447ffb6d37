package org.tocsin.events;

import org.junit.jupiter.api.Test;
import org.tocsin.testing.ApiDocument;

class ApiDocumentIT {
    @Test
    void theCommittedDocumentIsTheOneTheBuildWrites() {
        ApiDocument.assertCommitted("events-service");
    }
}
