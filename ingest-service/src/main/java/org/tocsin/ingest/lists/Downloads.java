package org.tocsin.ingest.lists;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.lists.Download.Failed;
import org.tocsin.ingest.lists.Download.Validator;
import org.tocsin.service.egress.Destination;
import org.tocsin.service.egress.EgressGuard;
import org.tocsin.service.egress.EgressRefused;

/**
 * Fetches one file: vets the address, connects to a vetted one and to no other, reads at most 64 MiB of it, and is done within five minutes. OFAC
 * answers with the address of its store, so up to three redirects are followed, each vetted like the first.
 */
@ApplicationScoped
class Downloads {
    private static final int LARGEST = 64 << 20;
    private static final int REDIRECTS = 3;
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private final EgressGuard guard;
    private final HttpClient http;

    Downloads(Vertx vertx, EgressGuard guard) {
        this.guard = guard;
        this.http = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(15_000)
                .setVerifyHost(true)
                .setKeepAlive(false));
    }

    /** @param known what was answered the last time, or none for the whole file in any case */
    Download fetch(String address, Validator known) throws Failed {
        String at = address;
        for (int i = 0; i <= REDIRECTS; i++) {
            Answer answer = get(at, known);
            if (answer.location() == null) {
                return check(answer);
            }
            at = resolved(at, answer.location());
        }
        throw new Failed("more than " + REDIRECTS + " redirects");
    }

    /** @param location where to go instead */
    private record Answer(int status, @Nullable String location, Buffer body, Validator validator) {}

    private static Download check(Answer answer) throws Failed {
        if (answer.status() == 304) {
            return new Download(null, answer.validator());
        }
        if (answer.status() != 200) {
            throw new Failed("status " + answer.status());
        }
        if (answer.body().length() == 0) {
            throw new Failed("a file of 0 bytes");
        }
        return new Download(answer.body().getBytes(), answer.validator());
    }

    private Answer get(String address, Validator known) throws Failed {
        Destination destination;
        try {
            destination = guard.vet(address);
        } catch (EgressRefused e) {
            throw new Failed("the address " + e.getMessage());
        }
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setServer(SocketAddress.inetSocketAddress(
                        destination.port(), destination.addresses().get(0).getHostAddress()))
                .setHost(destination.host())
                .setPort(destination.port())
                .setSsl(destination.tls())
                .setURI(destination.target())
                .setFollowRedirects(false);
        CompletableFuture<HttpClientRequest> sent = new CompletableFuture<>();
        http.request(options).onFailure(answer::completeExceptionally).onSuccess(request -> {
            sent.complete(request);
            ask(request, known, answer);
        });
        try {
            return answer.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new Failed(
                    cause instanceof Failed ? String.valueOf(cause.getMessage()) : "no answer: " + cause.getMessage());
        } catch (TimeoutException e) {
            throw new Failed("not done within " + TIMEOUT.toMinutes() + " minutes");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failed("interrupted");
        } finally {
            if (!answer.isDone() && sent.isDone()) {
                sent.join().reset();
            }
        }
    }

    private static void ask(HttpClientRequest request, Validator known, CompletableFuture<Answer> answer) {
        request.putHeader("User-Agent", "Tocsin/0.1").putHeader("Accept", "*/*");
        if (known.etag() != null) {
            request.putHeader("If-None-Match", known.etag());
        }
        if (known.lastModified() != null) {
            request.putHeader("If-Modified-Since", known.lastModified());
        }
        request.send().onFailure(answer::completeExceptionally).onSuccess(response -> read(response, known, answer));
    }

    private static void read(HttpClientResponse response, Validator known, CompletableFuture<Answer> answer) {
        int status = response.statusCode();
        boolean redirect = status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
        String etag = response.getHeader("ETag");
        String modified = response.getHeader("Last-Modified");
        Validator validator = status == 304 && etag == null && modified == null ? known : new Validator(etag, modified);
        Buffer body = Buffer.buffer();
        response.exceptionHandler(answer::completeExceptionally);
        response.handler(part -> {
            if (body.length() + part.length() > LARGEST) {
                answer.completeExceptionally(new Failed("larger than " + (LARGEST >> 20) + " MiB"));
                response.request().connection().close();
            } else if (!answer.isDone()) {
                body.appendBuffer(part);
            }
        });
        response.endHandler(end ->
                answer.complete(new Answer(status, redirect ? response.getHeader("Location") : null, body, validator)));
    }

    private static String resolved(String from, String location) throws Failed {
        try {
            return URI.create(from).resolve(location).toString();
        } catch (IllegalArgumentException e) {
            throw new Failed("a redirect to no address");
        }
    }
}
