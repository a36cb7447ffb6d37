package org.tocsin.alerts.delivery;

import java.time.Duration;
import java.util.Optional;

/**
 * What becomes of a delivery after an attempt.
 *
 * @param failures how far along its schedule it is
 * @param pause until it is due again; zero unless READY
 */
record Next(DeliveryState state, int failures, Duration pause) {
    /** @param chance between 0 and 1, for the jitter */
    static Next after(Outcome outcome, double chance) {
        Claimed delivery = outcome.delivery();
        if (outcome.delivered()) {
            return new Next(DeliveryState.DELIVERED, delivery.failures(), Duration.ZERO);
        }
        if (outcome.gone()) {
            // An alert is kept for the day when the endpoint is verified again.
            boolean alert = delivery.kind() == DeliveryKind.ALERT;
            return new Next(alert ? DeliveryState.WAITING : DeliveryState.DEAD, 0, Duration.ZERO);
        }
        if (delivery.format().isChat() && "CHALLENGE_NOT_ANSWERED".equals(outcome.error())) {
            // It was taken, and people read it: they need not be asked again and again.
            return new Next(DeliveryState.DEAD, delivery.failures(), Duration.ZERO);
        }
        int failures = delivery.failures() + 1;
        RetrySchedule schedule =
                delivery.kind() == DeliveryKind.VERIFICATION ? RetrySchedule.VERIFICATIONS : RetrySchedule.ALERTS;
        Optional<Duration> pause = schedule.pauseAfter(failures, chance, outcome.retryAfter());
        return pause.map(time -> new Next(DeliveryState.READY, failures, time))
                .orElseGet(() -> new Next(DeliveryState.DEAD, failures, Duration.ZERO));
    }

    boolean finished() {
        return state == DeliveryState.DELIVERED || state == DeliveryState.DEAD;
    }
}
