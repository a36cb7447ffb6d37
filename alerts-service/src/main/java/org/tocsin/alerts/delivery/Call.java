package org.tocsin.alerts.delivery;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpClientRequest;
import java.net.ConnectException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.tocsin.service.egress.EgressRefused;

/** One attempt under way; whatever happens first is its outcome. */
final class Call {
    private final Claimed delivery;
    private final Instant startedAt;
    private final long startedNanos = System.nanoTime();
    private final Promise<Outcome> outcome = Promise.promise();
    private volatile @Nullable HttpClientRequest request;
    private volatile @Nullable String headers;

    Call(Claimed delivery, Instant startedAt) {
        this.delivery = delivery;
        this.startedAt = startedAt;
    }

    Claimed delivery() {
        return delivery;
    }

    Future<Outcome> outcome() {
        return outcome.future();
    }

    /** The request that is to be given up when time is over. */
    void under(HttpClientRequest started) {
        request = started;
        if (outcome.future().isComplete()) {
            started.reset();
        }
    }

    /** The request as it goes out now. */
    void sending(MultiMap sent) {
        headers = RequestHeaders.shown(sent);
    }

    void timedOut() {
        end(null, "TIMEOUT", Duration.ZERO);
        HttpClientRequest started = request;
        if (started != null) {
            started.reset();
        }
    }

    void unsigned() {
        end(null, "NOT_SIGNED", Duration.ZERO);
    }

    void failed(Throwable cause) {
        end(null, wordFor(cause), Duration.ZERO);
    }

    void answered(int status, @Nullable String retryAfter, String body) {
        String error = errorOf(status, body);
        end(status, error, error == null ? Duration.ZERO : RetryAfter.of(retryAfter, startedAt));
    }

    /** Whether an answer to the question for consent leaves it open, so that it is worth asking in another way. */
    boolean isStillOpen(int status, String body) {
        return delivery.kind() == DeliveryKind.VERIFICATION
                && !delivery.format().isChat()
                && status != 410
                && errorOf(status, body) != null
                && !outcome.future().isComplete();
    }

    /** The endpoint consented in the other way. */
    void allowed(int status, Handshake.Allowed allowed) {
        end(status, null, Duration.ZERO, allowed);
    }

    private @Nullable String errorOf(int status, String body) {
        String error = null;
        if (status < 200 || status > 299) {
            error = "STATUS";
        } else if (delivery.kind() == DeliveryKind.VERIFICATION && !Challenge.isAnswered(delivery.challenge(), body)) {
            error = "CHALLENGE_NOT_ANSWERED";
        }
        return error;
    }

    private void end(@Nullable Integer status, @Nullable String error, Duration retryAfter) {
        end(status, error, retryAfter, null);
    }

    private void end(
            @Nullable Integer status,
            @Nullable String error,
            Duration retryAfter,
            Handshake.@Nullable Allowed allowed) {
        Duration took = Duration.ofNanos(System.nanoTime() - startedNanos);
        outcome.tryComplete(new Outcome(delivery, startedAt, took, status, error, retryAfter, headers, allowed));
    }

    /** A closed list of words, for nothing of what the other side or its network said may leak into an answer of ours. */
    private static String wordFor(Throwable cause) {
        if (cause instanceof EgressRefused) {
            return "ADDRESS_REFUSED";
        }
        if (cause instanceof SSLException) {
            return "TLS";
        }
        if (cause instanceof ConnectException) {
            return "NOT_CONNECTED";
        }
        return cause instanceof ClosedChannelException ? "CONNECTION_CLOSED" : "NO_ANSWER";
    }
}
