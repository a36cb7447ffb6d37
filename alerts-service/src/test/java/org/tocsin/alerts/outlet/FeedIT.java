package org.tocsin.alerts.outlet;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class FeedIT extends FeedTest {}
