package io.lbaas.driver.http;

import io.lbaas.driver.spi.FailureKind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;

/** Calls the API of one device. It may be shared by threads, keeps connections open and holds no credentials. */
public final class JsonClient {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final int MAX_ANSWER = 64 << 20;
    private final Endpoint endpoint;
    private final int maxAnswer;
    private final HttpClient client;

    public JsonClient(Endpoint endpoint) {
        this(endpoint, MAX_ANSWER);
    }

    JsonClient(Endpoint endpoint, int maxAnswer) {
        this.endpoint = endpoint;
        this.maxAnswer = maxAnswer;
        this.client = HttpClient.newBuilder()
                .sslContext(endpoint.trust())
                .connectTimeout(CONNECT_TIMEOUT)
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .build();
    }

    /**
     * Makes a call and waits for the whole of its answer.
     *
     * @param deadline when to give up
     * @throws NoAnswerException where none came, was too long, or broke off
     */
    public JsonAnswer call(JsonRequest request, Instant deadline) throws NoAnswerException {
        Duration left = Duration.between(Instant.now(), deadline);
        if (left.isZero() || left.isNegative()) {
            throw new NoAnswerException(FailureKind.TRANSIENT, request + ": no time was left for it", null);
        }
        SentBody body = new SentBody(request.body()
                .map(json -> BodyPublishers.ofString(json.toString(), StandardCharsets.UTF_8))
                .orElseGet(BodyPublishers::noBody));
        CompletableFuture<HttpResponse<byte[]>> coming =
                client.sendAsync(http(request, body, left), head -> new LimitedBody(maxAnswer));
        try {
            // The client's own timeout ends with the head of an answer.
            HttpResponse<byte[]> answer = coming.get(left.toNanos(), TimeUnit.NANOSECONDS);
            return JsonAnswer.of(answer.statusCode(), answer.headers(), answer.body());
        } catch (ExecutionException e) {
            throw failure(request, body, e.getCause());
        } catch (TimeoutException e) {
            coming.cancel(true);
            throw failure(request, body, e);
        } catch (InterruptedException e) {
            coming.cancel(true);
            Thread.currentThread().interrupt();
            throw failure(request, body, e);
        }
    }

    private HttpRequest http(JsonRequest request, SentBody body, Duration left) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(endpoint.resolve(request.target()))
                .method(request.method(), body)
                .timeout(left)
                .header("Accept", "application/json");
        request.body().ifPresent(json -> builder.header("Content-Type", "application/json"));
        request.headers().forEach(builder::header);
        return builder.build();
    }

    private NoAnswerException failure(JsonRequest request, SentBody body, Throwable cause) {
        boolean connected = !(cause instanceof ConnectException
                || cause instanceof HttpConnectTimeoutException
                || cause instanceof SSLHandshakeException);
        return connected && body.begun()
                ? new NoAnswerException(FailureKind.TIMEOUT_UNKNOWN, request + " was sent: " + words(cause), cause)
                : new NoAnswerException(FailureKind.UNREACHABLE, request + " was not sent: " + words(cause), cause);
    }

    private static String words(Throwable cause) {
        if (cause instanceof TimeoutException || cause instanceof HttpTimeoutException) {
            return "no answer in time";
        }
        String message = cause instanceof IOException ? cause.getMessage() : null;
        return message == null ? "the connection failed" : message;
    }
}
