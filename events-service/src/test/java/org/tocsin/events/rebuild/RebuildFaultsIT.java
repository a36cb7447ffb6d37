package org.tocsin.events.rebuild;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class RebuildFaultsIT extends RebuildFaultsTest {}
