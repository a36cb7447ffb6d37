package org.tocsin.alerts.subscription;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class PauseResourceIT extends PauseResourceTest {}
