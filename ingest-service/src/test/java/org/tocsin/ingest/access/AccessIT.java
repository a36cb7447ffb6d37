package org.tocsin.ingest.access;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class AccessIT extends AccessTest {}
