package org.tocsin.alerts.subscription;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class FilterCheckIT extends FilterCheckTest {}
