package org.tocsin.events;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class BadInputIT extends BadInputTest {}
