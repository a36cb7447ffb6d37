package org.tocsin.ingest.lists;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.tocsin.testing.FreePort;

/** Reserves an address at which a test may start a stand-in for publishers of lists, and has the program fetch from it. */
public final class Publishers implements QuarkusTestResourceLifecycleManager {
    private static final String PORT = "tocsin.test.publishers-port";

    @Override
    public Map<String, String> start() {
        int port = FreePort.any();
        System.setProperty(PORT, String.valueOf(port));
        String url = "http://127.0.0.1:" + port;
        return Map.of(
                "tocsin.lists.fetch", "true",
                "tocsin.lists.every", "PT0.2S",
                "tocsin.lists.ofac-sdn", url + "/SDN.CSV," + url + "/ALT.CSV?key=secret",
                "tocsin.lists.ofac-consolidated", "http://10.0.0.1/CONS_PRIM.CSV",
                "tocsin.lists.un", url + "/un.xml",
                "tocsin.lists.uk", url + "/uk.csv",
                "tocsin.egress.http", "true",
                "tocsin.egress.allow", "127.0.0.0/8");
    }

    @Override
    public void stop() {}

    static int port() {
        return Integer.getInteger(PORT, 0);
    }
}
