package org.tocsin.alerts.endpoint;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class RateIT extends RateTest {}
