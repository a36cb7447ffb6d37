package org.tocsin.events.sanctions.suppression;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class SuppressionsResourceIT extends SuppressionsResourceTest {}
