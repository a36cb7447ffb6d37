package org.tocsin.alerts.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PfxOptions;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.alerts.format.Format;
import org.tocsin.alerts.signing.Secret;
import org.tocsin.service.egress.AddressRange;
import org.tocsin.service.egress.EgressGuard;

class WebhookClientTest {
    private static final Duration TIMEOUT = Duration.ofMillis(1_500);

    private final Vertx vertx = Vertx.vertx();
    private final EgressGuard guard = new EgressGuard(
            true,
            List.of(AddressRange.of("127.0.0.1/32")),
            host -> List.of(InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1})));

    @TempDir
    Path folder;

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void overTlsTheVettedAddressIsCalledUnderTheNameThatWasGiven() throws Exception {
        PfxOptions key = certificateFor("hooks.test");
        CompletableFuture<String> seen = new CompletableFuture<>();
        int port = serve(new HttpServerOptions().setSsl(true).setSni(true).setKeyCertOptions(key), request -> {
            seen.complete(request.connection().indicatedServerName() + " "
                    + request.authority().host());
            request.response().setStatusCode(204).end();
        });
        Outcome outcome = send("https://hooks.test:" + port + "/", new HttpClientOptions().setTrustOptions(key));
        assertNull(outcome.error());
        assertEquals("hooks.test hooks.test", seen.get(5, TimeUnit.SECONDS));
        assertEquals(
                "TLS",
                send("https://other.test:" + port + "/", new HttpClientOptions().setTrustOptions(key))
                        .error(),
                "a certificate for another name");
        assertEquals(
                "TLS",
                send("https://hooks.test:" + port + "/", new HttpClientOptions())
                        .error(),
                "untrusted");
    }

    @Test
    void anAnswerThatDoesNotComeInTimeIsATimeout() throws Exception {
        int port = serve(new HttpServerOptions(), request -> {});
        Outcome outcome = send("http://hooks.test:" + port + "/", new HttpClientOptions());
        assertEquals("TIMEOUT", outcome.error());
        assertTrue(outcome.took().compareTo(TIMEOUT.plusSeconds(2)) < 0, "took " + outcome.took());
    }

    @Test
    void anAnswerThatDripsForeverIsATimeout() throws Exception {
        int port = serve(new HttpServerOptions(), request -> {
            request.response().setChunked(true).write("a");
            vertx.setPeriodic(50, tick -> request.response().write("a"));
        });
        assertEquals(
                "TIMEOUT",
                send("http://hooks.test:" + port + "/", new HttpClientOptions()).error());
    }

    @Test
    void ofAnEndlessAnswerOnlyTheBeginningIsRead() throws Exception {
        int port = serve(new HttpServerOptions(), request -> {
            request.response().setChunked(true);
            pour(request);
        });
        Outcome outcome = send("http://hooks.test:" + port + "/", new HttpClientOptions());
        assertNull(outcome.error());
        assertEquals(200, outcome.status());
    }

    @Test
    void nobodyListeningIsToldFromAnAddressThatMustNotBeCalled() throws Exception {
        int port = serve(new HttpServerOptions(), request -> {});
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        Vertx other = Vertx.vertx();
        try {
            assertEquals(
                    "NOT_CONNECTED",
                    send(other, guard, "http://hooks.test:" + port + "/", new HttpClientOptions())
                            .error());
            EgressGuard strict = new EgressGuard(true, List.of(), host -> List.of(InetAddress.getLoopbackAddress()));
            assertEquals(
                    "ADDRESS_REFUSED",
                    send(other, strict, "http://hooks.test:" + port + "/", new HttpClientOptions())
                            .error());
        } finally {
            other.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        }
    }

    private void pour(HttpServerRequest request) {
        request.response().write(Buffer.buffer(new byte[8_192])).onSuccess(written -> pour(request));
    }

    private Outcome send(String url, HttpClientOptions options) throws Exception {
        return send(vertx, guard, url, options);
    }

    private static Outcome send(Vertx vertx, EgressGuard guard, String url, HttpClientOptions options)
            throws Exception {
        UUID id = UUID.randomUUID();
        Claimed delivery = new Claimed(
                id,
                new Claimed.Lease(id, 0, Duration.ZERO),
                id,
                DeliveryKind.ALERT,
                null,
                new Claimed.Endpoint(1, url, 0, true, 8),
                Format.CLOUDEVENTS,
                "{}",
                0,
                "c",
                List.of(Secret.random()),
                null);
        return new WebhookClient(vertx, guard, Clock.systemUTC(), new Handshake("tocsin.example.org"), TIMEOUT, options)
                .send(delivery)
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    private int serve(HttpServerOptions options, Handler<HttpServerRequest> handler) throws Exception {
        HttpServer server = vertx.createHttpServer(options).requestHandler(handler);
        return server.listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS)
                .actualPort();
    }

    /** Made by the JDK's own tool, for there is no public API to sign a certificate. */
    private PfxOptions certificateFor(String name) throws Exception {
        Path store = folder.resolve("key.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "k",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "SAN=dns:" + name,
                        "-ext",
                        "BC=ca:true",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        "secret",
                        "-validity",
                        "1")
                .redirectErrorStream(true)
                .start();
        assertEquals(
                0,
                keytool.waitFor(),
                new String(keytool.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        return new PfxOptions().setPath(store.toString()).setPassword("secret");
    }
}
