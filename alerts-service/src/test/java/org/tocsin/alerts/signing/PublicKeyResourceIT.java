package org.tocsin.alerts.signing;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class PublicKeyResourceIT extends PublicKeyResourceTest {}
