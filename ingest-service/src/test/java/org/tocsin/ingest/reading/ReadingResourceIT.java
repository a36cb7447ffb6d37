package org.tocsin.ingest.reading;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ReadingResourceIT extends ReadingResourceTest {}
