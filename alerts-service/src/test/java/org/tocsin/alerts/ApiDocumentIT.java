package org.tocsin.alerts;

import org.junit.jupiter.api.Test;
import org.tocsin.testing.ApiDocument;

class ApiDocumentIT {
    @Test
    void theCommittedDocumentIsTheOneTheBuildWrites() {
        ApiDocument.assertCommitted("alerts-service");
    }
}
