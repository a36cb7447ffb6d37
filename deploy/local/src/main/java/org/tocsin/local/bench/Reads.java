package org.tocsin.local.bench;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.tocsin.local.Api;

/**
 * {@code GET /places/{id}/control} of random places at a fixed rate. A request is due when its time comes, whether or not those before it were answered,
 * and its duration counts from then, so that a stall is not hidden.
 */
final class Reads {
    private static final int PER_SECOND = 500;
    private static final int SECONDS = 60;
    private static final int WARM_UP_SECONDS = 30;

    private Reads() {}

    static void measure(Api events, List<City> cities, Figures figures) {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            HttpClient client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .executor(threads)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
            run(client, events, cities, WARM_UP_SECONDS, new AtomicInteger());
            AtomicInteger errors = new AtomicInteger();
            long[] nanos = run(client, events, cities, SECONDS, errors);
            Figures.Times times = new Figures.Times(Arrays.stream(nanos));
            figures.tell(
                    "read: GET /places/{id}/control, 500 a second for 60 s, open loop, from the scheduled time",
                    times + String.format(", p99.9 %.1f ms, %d errors", times.millis(0.999), errors.get()),
                    "p99 under 10 ms");
        } finally {
            threads.shutdown();
        }
    }

    private static long[] run(HttpClient client, Api events, List<City> cities, int seconds, AtomicInteger errors) {
        Random random = new Random(seconds);
        int count = PER_SECOND * seconds;
        long[] nanos = new long[count];
        CompletableFuture<?>[] answers = new CompletableFuture<?>[count];
        long start = System.nanoTime() + 100_000_000L;
        for (int i = 0; i < count; i++) {
            int number = i;
            long due = start + i * 1_000_000_000L / PER_SECOND;
            String place = cities.get(random.nextInt(cities.size())).id();
            HttpRequest request =
                    events.request("/places/" + place + "/control").build();
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            answers[i] = client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
                    .handle((answer, failure) -> {
                        nanos[number] = System.nanoTime() - due;
                        if (failure != null || answer.statusCode() != 200) {
                            errors.incrementAndGet();
                        }
                        return number;
                    });
        }
        CompletableFuture.allOf(answers).join();
        return nanos;
    }
}
