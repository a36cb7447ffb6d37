package org.tocsin.events.actor;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class MergesResourceIT extends MergesResourceTest {}
