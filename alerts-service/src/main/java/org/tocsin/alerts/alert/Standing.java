package org.tocsin.alerts.alert;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * How a subscription stands while alerts of it are stored.
 *
 * @param pausedUntil null when it is not paused; without an end, {@link OffsetDateTime#MAX}
 */
record Standing(boolean active, String owner, @Nullable OffsetDateTime pausedUntil) {
    static final String COLUMNS = """
            status = 'ACTIVE', owner, case when paused_at is not null and coalesce(paused_until, 'infinity') > now()
                then coalesce(paused_until, 'infinity') end""";
}
