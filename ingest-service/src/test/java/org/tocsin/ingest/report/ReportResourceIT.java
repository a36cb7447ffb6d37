package org.tocsin.ingest.report;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ReportResourceIT extends ReportResourceTest {}
