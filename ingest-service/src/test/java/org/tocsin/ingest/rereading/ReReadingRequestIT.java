package org.tocsin.ingest.rereading;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ReReadingRequestIT extends ReReadingRequestTest {}
