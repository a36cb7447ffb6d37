package org.tocsin.events.control;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class PlacesControlIT extends PlacesControlTest {}
