package io.lbaas.plugin.keystone;

import io.lbaas.plugin.api.Fault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import java.io.IOException;
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

    private static final System.Logger LOG = System.getLogger(ServiceSession.class.getName());
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

    ServiceSession(URI keystone, ServiceUser user, Duration timeout, HttpClient client, Clock clock) {
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
     * @throws Fault UNAVAILABLE where Keystone or the service does not answer
     */
    public <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> handler) {
        Issued current = current();
        HttpResponse<T> response = exchange(request.setHeader("X-Auth-Token", current.id()), handler);
        if (response.statusCode() != 401) {
            return response;
        }
        token.compareAndSet(current, null);
        return exchange(request.setHeader("X-Auth-Token", current().id()), handler);
    }

    private Issued current() {
        Issued held = token.get();
        return held != null && clock.instant().isBefore(held.expiresAt().minus(MARGIN))
                ? held
                : renewals.call("", this::authenticate);
    }

    private Issued authenticate() {
        if (keystone == null) {
            throw Fault.unavailable("No identity service is configured.");
        }
        var request = HttpRequest.newBuilder(keystone.resolve(keystone.getPath() + "/v3/auth/tokens"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(user.authentication().toString()));
        HttpResponse<String> response = exchange(request, BodyHandlers.ofString());
        if (response.statusCode() != 201) {
            LOG.log(System.Logger.Level.ERROR, "Keystone answers {0} to {1}", response.statusCode(), user);
            throw unavailable();
        }
        Issued issued = read(response);
        token.set(issued);
        return issued;
    }

    private static Issued read(HttpResponse<String> response) {
        try {
            String id = response.headers().firstValue("X-Subject-Token").orElseThrow(KeystoneJson::unexpected);
            return new Issued(id, KeystoneJson.expiry(KeystoneJson.token(response.body())));
        } catch (JsonException e) {
            LOG.log(System.Logger.Level.ERROR, "Keystone issues no token: {0}", e.getMessage());
            throw unavailable();
        }
    }

    private <T> HttpResponse<T> exchange(HttpRequest.Builder request, BodyHandler<T> handler) {
        try {
            return client.send(request.timeout(timeout).build(), handler);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, () -> request.build().uri() + ": " + e);
            throw unavailable();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable();
        }
    }

    static Fault unavailable() {
        return Fault.unavailable("The service is not available at the moment. Please try again.");
    }

    private static HttpClient client(KeystoneSettings settings) {
        HttpClient.Builder builder =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(settings.timeout());
        settings.caFile().map(TrustedAuthorities::in).ifPresent(builder::sslContext);
        return builder.build();
    }
}
