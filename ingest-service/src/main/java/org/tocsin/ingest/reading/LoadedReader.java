package org.tocsin.ingest.reading;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;
import org.tocsin.ingest.claim.Reading;
import org.tocsin.ingest.claim.Text;
import org.tocsin.ingest.claim.reader.ClaimReader;

/** The one reader of the service: loaded once beside the rest of the start, and warm before the service says that it is ready. */
@ApplicationScoped
public class LoadedReader {
    private static final Logger LOG = Logger.getLogger(LoadedReader.class);

    /** Read for a while, so that the compiler has done its work and the first report is as fast as the next. */
    private static final Text WARM_UP = new Text(
            "Rebels take Northtown as army leaves",
            "The army withdrew from the city on Sunday after two days of clashes, officials said. Rebel fighters captured the"
                    + " airport and most of the town, a spokesman claimed, but the government denied that it had fallen. Jets"
                    + " bombed a village near the border last week, killing at least 12 people.",
            Instant.parse("2014-06-16T12:00:00Z"));

    private static final int WARM_UP_ROUNDS = 300;
    private static final Duration LONGEST_WARM_UP = Duration.ofMillis(1_500);

    private final CompletableFuture<ClaimReader> loading = new CompletableFuture<>();

    void start(@Observes @Priority(10) StartupEvent event) {
        Thread thread = new Thread(this::load, "tocsin-reader-load");
        thread.setDaemon(true);
        thread.start();
    }

    /** What the text says. Waits for the reader while the service starts. */
    public Reading read(Text text) {
        return awaited().read(text);
    }

    /** Returns when the reader can read. */
    public void await() {
        awaited();
    }

    boolean isReady() {
        return loading.isDone() && !loading.isCompletedExceptionally();
    }

    private ClaimReader awaited() {
        try {
            return loading.join();
        } catch (CompletionException e) {
            throw new IllegalStateException("the reader could not be loaded", e);
        }
    }

    private void load() {
        long start = System.nanoTime();
        try {
            ClaimReader reader = ClaimReader.load();
            long loaded = System.nanoTime();
            for (int i = 0; i < WARM_UP_ROUNDS && System.nanoTime() - loaded < LONGEST_WARM_UP.toNanos(); i++) {
                reader.read(WARM_UP);
            }
            loading.complete(reader);
            LOG.infof(
                    "reader loaded in %d ms, warm after %d ms",
                    Duration.ofNanos(loaded - start).toMillis(),
                    Duration.ofNanos(System.nanoTime() - loaded).toMillis());
        } catch (RuntimeException | Error e) {
            LOG.error("the reader could not be loaded; the service will not become ready", e);
            loading.completeExceptionally(e);
        }
    }
}
