package org.tocsin.events.change;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ListChangesIT extends ListChangesTest {}
