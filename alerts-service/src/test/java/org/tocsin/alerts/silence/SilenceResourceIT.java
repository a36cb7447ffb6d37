package org.tocsin.alerts.silence;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class SilenceResourceIT extends SilenceResourceTest {}
