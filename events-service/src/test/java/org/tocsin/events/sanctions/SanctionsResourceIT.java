package org.tocsin.events.sanctions;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class SanctionsResourceIT extends SanctionsResourceTest {}
