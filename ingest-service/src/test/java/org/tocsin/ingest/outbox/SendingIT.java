package org.tocsin.ingest.outbox;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class SendingIT extends SendingTest {}
