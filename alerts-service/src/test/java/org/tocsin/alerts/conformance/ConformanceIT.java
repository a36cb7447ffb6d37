package org.tocsin.alerts.conformance;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ConformanceIT extends ConformanceTest {}
