package org.tocsin.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Predicate;

/** A real HTTP server on loopback that stands in for somebody else's: it keeps every request and answers as it is told. */
public final class StubServer implements AutoCloseable {
    static {
        // Without it each answer waits 40 ms for the acknowledgement of its headers.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    /**
     * One request.
     *
     * @param headers by name in lower case; of a repeated one the first
     * @param at when its body had been read
     */
    public record Request(
            String method, String path, String query, Map<String, String> headers, String body, Instant at) {
        public String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }
    }

    /** One answer; an empty body is sent without one. */
    public record Answer(int status, Map<String, String> headers, String body) {
        public static Answer status(int status) {
            return new Answer(status, Map.of(), "");
        }

        public static Answer json(int status, String body) {
            return new Answer(status, Map.of("Content-Type", "application/json"), body);
        }
    }

    private final HttpServer server;
    private final ExecutorService workers;
    private final List<Request> requests = new ArrayList<>();
    private volatile Function<Request, Answer> answers;

    private StubServer(int port, Function<Request, Answer> answers) {
        this.answers = answers;
        this.workers = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "stub-server");
            thread.setDaemon(true);
            return thread;
        });
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(workers);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Starts on a free port. */
    public static StubServer start(Function<Request, Answer> answers) {
        return new StubServer(0, answers);
    }

    /** Starts on {@code port}. */
    public static StubServer start(int port, Function<Request, Answer> answers) {
        return new StubServer(port, answers);
    }

    /** Its address, without a slash at the end. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Answers by {@code answers} from now on. */
    public void answer(Function<Request, Answer> next) {
        answers = next;
    }

    /** What has been received so far, in order. */
    public List<Request> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    /** The requests that fit, as soon as there are {@code count} of them. */
    public List<Request> await(int count, Predicate<Request> fits, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        synchronized (requests) {
            while (true) {
                List<Request> fitting = requests.stream().filter(fits).toList();
                long left = deadline - System.nanoTime();
                if (fitting.size() >= count) {
                    return fitting;
                }
                if (left <= 0) {
                    throw new AssertionError(
                            "waited for " + count + " requests and got " + fitting.size() + " of " + requests);
                }
                try {
                    requests.wait(Math.max(1, left / 1_000_000));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new AssertionError("interrupted", e);
                }
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Request request = read(exchange);
            synchronized (requests) {
                requests.add(request);
                requests.notifyAll();
            }
            Answer answer = answers.apply(request);
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private static Request read(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        String query = exchange.getRequestURI().getRawQuery();
        return new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                query == null ? "" : query,
                Map.copyOf(headers),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                Instant.now());
    }
}
