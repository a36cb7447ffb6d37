package org.tocsin.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports for programs that a test starts. */
public final class FreePort {
    private static final int TRIES = 100;

    private FreePort() {}

    /**
     * A port of this machine that nobody listens on, below those that the system gives to outgoing connections (from 32768 on Linux): one of these could be
     * taken before the program listens.
     */
    public static int any() {
        for (int tries = 1; ; tries++) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (IOException e) {
                if (tries == TRIES) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }
}
