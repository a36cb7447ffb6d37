package org.tocsin.ingest.rereading;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ApplicationIT extends ApplicationTest {}
