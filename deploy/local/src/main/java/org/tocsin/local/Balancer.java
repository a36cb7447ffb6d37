package org.tocsin.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Spreads connections over the processes of one service, as a Service of Kubernetes does: each new connection goes to the next of those that are in, and
 * stays with it, also when that one is taken out.
 */
final class Balancer implements AutoCloseable {
    private final ServerSocket server;
    private final List<URI> in = new CopyOnWriteArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "balancer");
        thread.setDaemon(true);
        return thread;
    });

    private Balancer(ServerSocket server) {
        this.server = server;
    }

    /** On a free port of the loopback interface. */
    static Balancer start() throws IOException {
        Balancer balancer = new Balancer(new ServerSocket(0, 128, InetAddress.getLoopbackAddress()));
        balancer.threads.execute(balancer::accept);
        return balancer;
    }

    URI address() {
        return URI.create("http://localhost:" + server.getLocalPort());
    }

    void add(ServiceProcess process) {
        in.add(process.address());
    }

    void remove(ServiceProcess process) {
        in.remove(process.address());
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                threads.execute(() -> join(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void join(Socket client) {
        try {
            List<URI> now = List.copyOf(in);
            if (now.isEmpty()) {
                client.close();
                return;
            }
            URI next = now.get(Math.floorMod(turn.getAndIncrement(), now.size()));
            Socket service = new Socket(InetAddress.getLoopbackAddress(), next.getPort());
            client.setTcpNoDelay(true);
            service.setTcpNoDelay(true);
            threads.execute(() -> pass(service, client));
            pass(client, service);
        } catch (IOException e) {
            close(client);
        }
    }

    /** Until one side is done; then both are. */
    private static void pass(Socket from, Socket to) {
        byte[] buffer = new byte[16_384];
        try {
            InputStream read = from.getInputStream();
            OutputStream write = to.getOutputStream();
            for (int n = read.read(buffer); n >= 0; n = read.read(buffer)) {
                write.write(buffer, 0, n);
                write.flush();
            }
        } catch (IOException e) {
            // the other side ended it
        } finally {
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is closed
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }
}
