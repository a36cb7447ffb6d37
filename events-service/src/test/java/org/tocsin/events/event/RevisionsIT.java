package org.tocsin.events.event;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class RevisionsIT extends RevisionsTest {}
