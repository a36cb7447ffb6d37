package org.tocsin.events.actor;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class MergesIT extends MergesTest {}
