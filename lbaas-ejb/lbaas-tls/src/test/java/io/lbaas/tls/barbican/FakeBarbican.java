package io.lbaas.tls.barbican;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** As much of Barbican as is used, over HTTP, for one token. */
final class FakeBarbican implements AutoCloseable {

    static final String TOKEN = "token";

    private final Map<String, byte[]> answers = new ConcurrentHashMap<>();
    private final HttpServer server;
    private volatile int status = 200;

    FakeBarbican() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Every answer has that status from now on. */
    void fail(int failure) {
        status = failure;
    }

    /** Keeps a secret and returns its reference. */
    String secret(byte[] payload) {
        UUID id = UUID.randomUUID();
        answers.put("/v1/secrets/" + id, "{\"content_types\": {\"default\": \"text/plain\"}}".getBytes(UTF_8));
        answers.put("/v1/secrets/" + id + "/payload", payload);
        return endpoint() + "/v1/secrets/" + id;
    }

    /** Keeps a container of secrets by name, and returns its reference. */
    String container(Map<String, String> secrets) {
        UUID id = UUID.randomUUID();
        String references = new LinkedHashMap<>(secrets)
                .entrySet().stream()
                        .map(secret -> "{\"name\": \"" + secret.getKey() + "\", \"secret_ref\": \"" + secret.getValue()
                                + "\"}")
                        .collect(Collectors.joining(", "));
        String text = "{\"type\": \"certificate\", \"secret_refs\": [" + references + "]}";
        answers.put("/v1/containers/" + id, text.getBytes(UTF_8));
        return endpoint() + "/v1/containers/" + id;
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] found = answers.getOrDefault(exchange.getRequestURI().getPath(), new byte[0]);
        boolean known = TOKEN.equals(exchange.getRequestHeaders().getFirst("X-Auth-Token"));
        exchange.sendResponseHeaders(!known ? 403 : found.length == 0 ? 404 : status, found.length);
        exchange.getResponseBody().write(found);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
