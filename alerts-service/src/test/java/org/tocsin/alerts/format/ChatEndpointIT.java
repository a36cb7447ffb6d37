package org.tocsin.alerts.format;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ChatEndpointIT extends ChatEndpointTest {}
