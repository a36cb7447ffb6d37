package org.tocsin.ingest.claim.eval;

import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.time.Instant;
import org.tocsin.ingest.claim.Text;
import org.tocsin.ingest.claim.reader.ClaimReader;

/** How long it takes from the start of the process until a first sentence is read, and how much heap is live then. */
public final class EvaluateLoad {
    private EvaluateLoad() {}

    public static void main(String[] args) {
        long started = ManagementFactory.getRuntimeMXBean().getStartTime();
        ClaimReader reader = ClaimReader.load();
        try {
            int claims = reader.read(new Text("", "Rebels captured Goma on Monday, officials said.", Instant.now()))
                    .claims()
                    .size();
            long ready = System.currentTimeMillis() - started;
            System.gc();
            long live = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
            System.out.printf("ready after %.1f s (a first sentence read: %d claim)%n", ready / 1000.0, claims);
            System.out.printf("live heap %d MB%n", live / 1_000_000);
        } finally {
            // it must not be collected before the heap was looked at
            Reference.reachabilityFence(reader);
        }
    }
}
