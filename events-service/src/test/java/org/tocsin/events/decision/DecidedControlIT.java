package org.tocsin.events.decision;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class DecidedControlIT extends DecidedControlTest {}
