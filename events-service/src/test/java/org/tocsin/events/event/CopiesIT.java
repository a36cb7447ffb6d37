package org.tocsin.events.event;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class CopiesIT extends CopiesTest {}
