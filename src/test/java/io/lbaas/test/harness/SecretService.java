package io.lbaas.test.harness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** As much of Barbican as gives out secrets; it remembers who asked for them. */
public final class SecretService implements AutoCloseable {
    private final Map<String, byte[]> answers = new ConcurrentHashMap<>();
    private final Set<String> tokens = ConcurrentHashMap.newKeySet();
    private final HttpServer server;

    public SecretService() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Keeps a secret and returns its reference. */
    public String keep(String payload) {
        String path = "/v1/secrets/" + UUID.randomUUID();
        put(path, "{\"content_types\": {\"default\": \"text/plain\"}}");
        put(path + "/payload", payload);
        return url() + path;
    }

    /** The tokens that secrets were asked for with. */
    public Set<String> tokens() {
        return tokens;
    }

    private void put(String path, String text) {
        answers.put(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String token = exchange.getRequestHeaders().getFirst("X-Auth-Token");
        byte[] found = answers.getOrDefault(exchange.getRequestURI().getPath(), new byte[0]);
        if (token != null) {
            tokens.add(token);
        }
        exchange.sendResponseHeaders(token == null ? 401 : found.length == 0 ? 404 : 200, found.length);
        exchange.getResponseBody().write(found);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
