package org.tocsin.alerts.recovery;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class RecoveryResourceIT extends RecoveryResourceTest {}
