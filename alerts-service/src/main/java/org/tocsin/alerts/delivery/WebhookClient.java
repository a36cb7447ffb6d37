package org.tocsin.alerts.delivery;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.tocsin.alerts.signing.Signatures;
import org.tocsin.alerts.signing.SigningKey;
import org.tocsin.service.egress.Destination;
import org.tocsin.service.egress.EgressGuard;

/**
 * Makes one attempt: vets the address, connects to a vetted one and to no other, posts the signed body, reads at most 16 KiB of the answer,
 * follows no redirect, and is done within 15 seconds, however slowly the other side talks.
 */
@ApplicationScoped
class WebhookClient {
    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final int LARGEST_ANSWER = 16 * 1024;
    private static final int RESOLVERS = 128;

    /** How many one endpoint gets at once is decided by {@link Leases}; many endpoints may be at one address, and none waits for another. */
    private static final int PER_ADDRESS = 4_096;

    private final Vertx vertx;
    private final Destinations destinations;
    private final Clock clock;
    private final Handshake handshake;
    private final Duration timeout;
    private final HttpClient http;
    private final WorkerExecutor resolving;
    private final List<Context> loops;

    @Inject
    WebhookClient(Vertx vertx, EgressGuard guard, Clock clock, CloudEvents events) {
        this(vertx, guard, clock, Handshake.of(events.source()), TIMEOUT, new HttpClientOptions());
    }

    /** @param options whom to trust; the rest is set here */
    WebhookClient(
            Vertx vertx,
            EgressGuard guard,
            Clock clock,
            Handshake handshake,
            Duration timeout,
            HttpClientOptions options) {
        this.vertx = vertx;
        this.destinations = new Destinations(guard);
        this.clock = clock;
        this.handshake = handshake;
        this.timeout = timeout;
        this.http = vertx.createHttpClient(
                options.setKeepAliveTimeout(60)
                        .setConnectTimeout((int) timeout.toMillis())
                        .setTcpNoDelay(true)
                        .setVerifyHost(true),
                new PoolOptions().setHttp1MaxSize(PER_ADDRESS));
        this.resolving = vertx.createSharedWorkerExecutor("tocsin-resolving", RESOLVERS);
        this.loops = IntStream.range(0, Runtime.getRuntime().availableProcessors())
                .mapToObj(i -> ((VertxInternal) vertx).createEventLoopContext())
                .map(Context.class::cast)
                .toList();
    }

    /** Never fails: what went wrong is in the outcome. */
    Future<Outcome> send(Claimed delivery) {
        Call call = new Call(delivery, clock.instant());
        if (delivery.keys().isEmpty()) {
            // Sealed with another master key: better late than unsigned.
            call.unsigned();
            return call.outcome();
        }
        loops.get((int) (delivery.endpoint().id() % loops.size())).runOnContext(go -> send(call));
        return call.outcome();
    }

    private void send(Call call) {
        Claimed delivery = call.delivery();
        long timer = vertx.setTimer(timeout.toMillis(), elapsed -> call.timedOut());
        call.outcome().onComplete(done -> vertx.cancelTimer(timer));
        prepared(delivery)
                .compose(prepared -> http.request(optionsFor(HttpMethod.POST, prepared.destination(), delivery))
                        .onSuccess(request -> post(request, prepared, call)))
                .onFailure(call::failed);
    }

    /** @param signature for this attempt, signed {@code at} */
    private record Prepared(Destination destination, Instant at, String signature, Buffer body) {}

    /** On a thread of its own what would hold up an event loop: looking up a name, and ed25519, which takes some 0.4 ms. */
    private Future<Prepared> prepared(Claimed delivery) {
        Destination known = destinations.fresh(delivery.endpoint().url());
        if (known != null && delivery.keys().stream().allMatch(SigningKey::isQuick)) {
            return Future.future(prepared -> prepared.complete(prepare(delivery, known)));
        }
        return resolving.executeBlocking(
                () -> prepare(
                        delivery,
                        known == null ? destinations.vet(delivery.endpoint().url()) : known),
                false);
    }

    private Prepared prepare(Claimed delivery, Destination destination) {
        Instant at = clock.instant();
        byte[] body = delivery.body().getBytes(StandardCharsets.UTF_8);
        return new Prepared(
                destination,
                at,
                Signatures.of(delivery.id().toString(), at, body, delivery.keys()),
                Buffer.buffer(body));
    }

    private static RequestOptions optionsFor(HttpMethod method, Destination destination, Claimed delivery) {
        List<InetAddress> addresses = destination.addresses();
        // Of a name with several addresses the next attempt tries the next.
        InetAddress address = addresses.get(delivery.failures() % addresses.size());
        return new RequestOptions()
                .setMethod(method)
                .setServer(SocketAddress.inetSocketAddress(destination.port(), address.getHostAddress()))
                .setHost(destination.host())
                .setPort(destination.port())
                .setSsl(destination.tls())
                .setURI(destination.target())
                .setFollowRedirects(false);
    }

    private void post(HttpClientRequest request, Prepared prepared, Call call) {
        Claimed delivery = call.delivery();
        call.under(request);
        request.putHeader("Content-Type", delivery.format().mediaType())
                .putHeader("Accept", "application/json")
                .putHeader("User-Agent", "Tocsin/0.1")
                .putHeader("webhook-id", delivery.id().toString())
                .putHeader("webhook-timestamp", Long.toString(prepared.at().getEpochSecond()))
                .putHeader("webhook-signature", prepared.signature());
        call.sending(request.headers());
        request.send(prepared.body())
                .onSuccess(response -> read(response, prepared, call))
                .onFailure(call::failed);
    }

    private void read(HttpClientResponse response, Prepared prepared, Call call) {
        Buffer body = Buffer.buffer();
        response.exceptionHandler(call::failed);
        response.handler(part -> {
            body.appendBuffer(part);
            if (body.length() > LARGEST_ANSWER) {
                call.answered(response.statusCode(), response.getHeader("Retry-After"), "");
                response.request().connection().close();
            }
        });
        response.endHandler(end -> {
            String text = body.toString(StandardCharsets.UTF_8);
            if (call.isStillOpen(response.statusCode(), text)) {
                askOtherwise(prepared, response, text, call);
            } else {
                call.answered(response.statusCode(), response.getHeader("Retry-After"), text);
            }
        });
    }

    /** If this does not bring consent either, the outcome is the answer to the POST. */
    private void askOtherwise(Prepared prepared, HttpClientResponse answer, String body, Call call) {
        http.request(optionsFor(HttpMethod.OPTIONS, prepared.destination(), call.delivery()))
                .compose(request -> {
                    call.under(request);
                    return request.putHeader("User-Agent", "Tocsin/0.1")
                            .putHeader(Handshake.REQUEST_ORIGIN, handshake.origin())
                            .send();
                })
                .onComplete(asked -> {
                    HttpClientResponse response = asked.result();
                    Handshake.Allowed allowed =
                            response == null ? null : handshake.allowedBy(response.statusCode(), response.headers());
                    if (response != null && allowed != null) {
                        call.allowed(response.statusCode(), allowed);
                    } else {
                        call.answered(answer.statusCode(), answer.getHeader("Retry-After"), body);
                    }
                    if (response != null) {
                        // The headers say it all; a body is not waited for.
                        response.request().connection().close();
                    }
                });
    }
}
