package org.tocsin.alerts.alert;

import java.time.Instant;
import java.util.UUID;
import org.tocsin.alerts.change.Assurance;
import org.tocsin.alerts.subscription.Filter;

/** What matching needs to know of a subscription. */
record Watch(
        UUID subscription,
        String name,
        Filter filter,
        Assurance minimumAssurance,
        boolean includePast,
        Instant createdAt) {}
