package io.lbaas.plugin.keystone;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.lbaas.keystone.ServiceSession;
import io.lbaas.keystone.ServiceUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** As much of Keystone as we ask for. Service tokens are {@code service-1}, {@code service-2} and so on. */
final class FakeKeystone implements AutoCloseable {

    static final String EXPIRY = "2030-01-01T00:00:00.000000Z";

    final AtomicInteger issued = new AtomicInteger();
    final AtomicInteger validations = new AtomicInteger();
    final Set<String> revoked = ConcurrentHashMap.newKeySet();
    private final ConcurrentMap<String, String> tokens = new ConcurrentHashMap<>();
    private final HttpServer server;
    private volatile int statusOfAll;

    FakeKeystone() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/identity/v3/auth/tokens", this::handle);
        server.start();
    }

    void knows(String token, String body) {
        tokens.put(token, body);
    }

    void answersAllWith(int status) {
        statusOfAll = status;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/identity");
    }

    ServiceSession session(Clock clock) {
        var user = new ServiceUser("lbaas", "Default", "secret", "service", "Default");
        return new ServiceSession(url(), user, Duration.ofSeconds(5), HttpClient.newHttpClient(), clock);
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] request = exchange.getRequestBody().readAllBytes();
        if (statusOfAll != 0) {
            answer(exchange, statusOfAll, "{}");
        } else if (exchange.getRequestMethod().equals("POST")) {
            issue(exchange, new String(request, UTF_8));
        } else {
            validate(exchange);
        }
    }

    private void issue(HttpExchange exchange, String request) throws IOException {
        if (!request.contains("\"password\":\"secret\"")) {
            answer(exchange, 401, "{}");
            return;
        }
        exchange.getResponseHeaders().set("X-Subject-Token", "service-" + issued.incrementAndGet());
        answer(exchange, 201, "{\"token\": {\"expires_at\": \"" + EXPIRY + "\"}}");
    }

    private void validate(HttpExchange exchange) throws IOException {
        validations.incrementAndGet();
        String service = exchange.getRequestHeaders().getFirst("X-Auth-Token");
        String body = tokens.get(exchange.getRequestHeaders().getFirst("X-Subject-Token"));
        if (!service.equals("service-" + issued.get()) || revoked.contains(service)) {
            answer(exchange, 401, "{}");
        } else {
            answer(exchange, body == null ? 404 : 200, body == null ? "{}" : body);
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
