package org.tocsin.ingest.lists;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ListFetchingIT extends ListFetchingTest {}
