package org.tocsin.events.place;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class PlaceMatchesResourceIT extends PlaceMatchesResourceTest {}
