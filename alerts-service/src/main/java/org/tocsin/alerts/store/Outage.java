package org.tocsin.alerts.store;

import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Something that this service leans on is away: said once, waited for with growing pauses, and said once when it is back. */
public final class Outage {
    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final Logger log;
    private final String what;
    private @Nullable Duration pause;

    public Outage(Logger log, String what) {
        this.log = log;
        this.what = what;
    }

    public void failed(Exception cause) {
        if (pause == null) {
            log.warnf("%s, trying on: %s", what, cause);
            pause = SHORTEST;
        } else {
            Duration doubled = pause.multipliedBy(2);
            pause = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        }
    }

    public void over() {
        if (pause != null) {
            log.infof("%s: over", what);
            pause = null;
        }
    }

    /** Waits before the next try. @return false when interrupted */
    public boolean pause() {
        try {
            Thread.sleep(pause == null ? 0 : pause.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
