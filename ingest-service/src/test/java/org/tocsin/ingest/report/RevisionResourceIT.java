package org.tocsin.ingest.report;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class RevisionResourceIT extends RevisionResourceTest {}
