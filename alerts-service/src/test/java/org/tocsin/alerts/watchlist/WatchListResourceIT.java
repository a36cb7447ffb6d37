package org.tocsin.alerts.watchlist;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class WatchListResourceIT extends WatchListResourceTest {}
