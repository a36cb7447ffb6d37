package org.tocsin.alerts.delivery;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class FailingEndpointsIT extends FailingEndpointsTest {}
