package org.tocsin.alerts.endpoint;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class EndpointLineIT extends EndpointLineTest {}
