package org.tocsin.events.control;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ControlResourceIT extends ControlResourceTest {}
