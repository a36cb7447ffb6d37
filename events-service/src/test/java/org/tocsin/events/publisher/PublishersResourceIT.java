package org.tocsin.events.publisher;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class PublishersResourceIT extends PublishersResourceTest {}
