package org.tocsin.events.sanctions.list;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class SanctionsListsResourceIT extends SanctionsListsResourceTest {}
