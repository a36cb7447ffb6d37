package org.tocsin.events.sanctions.screening;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ScreeningExamplesIT extends ScreeningExamplesTest {}
