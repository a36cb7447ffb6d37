package org.tocsin.ingest;

import org.junit.jupiter.api.Test;
import org.tocsin.testing.ApiDocument;

/** Runs after the program was built, for the build writes the document. */
class ApiDocumentIT {
    @Test
    void theCommittedDocumentIsThatOfTheProgram() {
        ApiDocument.assertCommitted("ingest-service");
    }
}
