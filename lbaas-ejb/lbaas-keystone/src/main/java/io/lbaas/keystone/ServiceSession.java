package io.lbaas.keystone;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Our own session with the services of a cloud: requests are sent with the service user's token, which is obtained
 * when it is first needed and renewed when it is about to expire or is not accepted any more.
 */
@ApplicationScoped
public class ServiceSession {

    private static final Duration MARGIN = Duration.ofSeconds(30);

    private record Issued(String id, Instant expiresAt) {

        /** Without the token. */
        @Override
        public String toString() {
            return "Issued[until " + expiresAt + "]";
        }
    }

    private final AtomicReference<Issued> token = new AtomicReference<>();
    private final SingleFlight<String, Issued> renewals = new SingleFlight<>();
    private final URI keystone;
    private final ServiceUser user;
    private final Duration timeout;
    private final HttpClient client;
    private final Clock clock;

    /** For the container's proxy. */
    protected ServiceSession() {
        this(null, null, null, null, null);
    }

    @Inject
    public ServiceSession(KeystoneSettings settings) {
        this(
                settings.url().orElse(null),
                settings.serviceUser(),
                settings.timeout(),
                client(settings),
                Clock.systemUTC());
    }

    /**
     * A session of that user.
     *
     * @param keystone the root of the service, null where there is none
     * @param timeout of each question to Keystone
     */
    public ServiceSession(URI keystone, ServiceUser user, Duration timeout, HttpClient client, Clock clock) {
        this.keystone = keystone;
        this.user = user;
        this.timeout = timeout;
        this.client = client;
        this.clock = clock;
    }

    /**
     * Sends a request with our token, and where that is answered with 401 once more with a new one.
     *
     * @param request without a token
     * @throws IOException where Keystone or the service does not answer, or Keystone gives us no token
     */
    public <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> handler) throws IOException {
        Issued current = current();
        HttpResponse<T> response = send(request, current.id(), handler);
        if (response.statusCode() != 401) {
            return response;
        }
        if (response.body() instanceof Closeable unread) {
            unread.close();
        }
        token.compareAndSet(current, null);
        return send(request, current().id(), handler);
    }

    /**
     * Sends a request with somebody else's token.
     *
     * @throws IOException where the service does not answer
     */
    public <T> HttpResponse<T> send(HttpRequest.Builder request, String token, BodyHandler<T> handler)
            throws IOException {
        return exchange(request.setHeader("X-Auth-Token", token), handler);
    }

    private Issued current() throws IOException {
        Issued held = token.get();
        if (held != null && clock.instant().isBefore(held.expiresAt().minus(MARGIN))) {
            return held;
        }
        try {
            return renewals.call("", this::renew);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Issued renew() {
        try {
            Issued issued = authenticate();
            token.set(issued);
            return issued;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Issued authenticate() throws IOException {
        if (keystone == null) {
            throw new IOException("lbaas.keystone.url is not set");
        }
        var request = HttpRequest.newBuilder(keystone.resolve(keystone.getPath() + "/v3/auth/tokens"))
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(user.authentication().toString()));
        HttpResponse<String> response = exchange(request, BodyHandlers.ofString());
        if (response.statusCode() != 201) {
            throw new IOException("Keystone answers " + response.statusCode() + " to " + user);
        }
        try {
            String id = response.headers().firstValue("X-Subject-Token").orElseThrow(KeystoneJson::unexpected);
            return new Issued(id, KeystoneJson.expiry(KeystoneJson.token(response.body())));
        } catch (JsonException e) {
            throw new IOException("Keystone issues no token to " + user, e);
        }
    }

    private <T> HttpResponse<T> exchange(HttpRequest.Builder request, BodyHandler<T> handler) throws IOException {
        try {
            return client.send(request.build(), handler);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("Interrupted while a service was asked").initCause(e);
        }
    }

    private static HttpClient client(KeystoneSettings settings) {
        HttpClient.Builder builder =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(settings.timeout());
        settings.caFile().map(TrustedAuthorities::in).ifPresent(builder::sslContext);
        return builder.build();
    }
}
