package io.lbaas.keystone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Keystone and a service that accepts the tokens {@code service-2} and {@code theirs} stand behind one port. */
class ServiceSessionTest {

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private int issued;
    private int status = 201;

    ServiceSessionTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/identity/v3/auth/tokens", this::issue);
        server.createContext("/service", this::serve);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void issue(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("X-Subject-Token", "service-" + ++issued);
        answer(exchange, status, "{\"token\": {\"expires_at\": \"9999-01-01T00:00:00.000000Z\"}}");
    }

    private void serve(HttpExchange exchange) throws IOException {
        String token = exchange.getRequestHeaders().getFirst("X-Auth-Token");
        seen.add(token);
        answer(exchange, List.of("service-2", "theirs").contains(token) ? 200 : 401, "text");
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        exchange.sendResponseHeaders(status, text.length());
        exchange.getResponseBody().write(text.getBytes(UTF_8));
        exchange.close();
    }

    private URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(url("/service"));
    }

    private ServiceSession session(URI keystone) {
        ServiceUser user = new ServiceUser("lbaas", "Default", "secret", "service", "Default");
        return new ServiceSession(keystone, user, Duration.ofSeconds(5), HttpClient.newHttpClient(), Clock.systemUTC());
    }

    @Test
    void aTokenThatIsNotAcceptedIsRenewedOnceAndKept() throws IOException {
        ServiceSession session = session(url("/identity"));

        try (InputStream body =
                session.send(request(), BodyHandlers.ofInputStream()).body()) {
            assertThat(body).hasContent("text");
        }
        session.send(request(), BodyHandlers.discarding());
        assertThat(seen).containsExactly("service-1", "service-2", "service-2");
    }

    @Test
    void aTokenOfSomebodyElseIsSentAsItIs() throws IOException {
        ServiceSession session = session(null);

        assertThat(session.send(request(), "theirs", BodyHandlers.discarding()).statusCode())
                .isEqualTo(200);
        assertThat(session.send(request(), "revoked", BodyHandlers.discarding()).statusCode())
                .isEqualTo(401);
        assertThat(seen).containsExactly("theirs", "revoked");
    }

    @Test
    void withoutATokenNothingIsSent() {
        status = 401;

        assertThatThrownBy(() -> session(url("/identity")).send(request(), BodyHandlers.discarding()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("401")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> session(null).send(request(), BodyHandlers.discarding()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("lbaas.keystone.url");
        assertThat(seen).isEmpty();
    }
}
