package org.tocsin.alerts;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ExamplesIT extends ExamplesTest {}
