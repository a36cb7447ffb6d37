package org.tocsin.alerts.alert;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class HeldAlertsIT extends HeldAlertsTest {}
