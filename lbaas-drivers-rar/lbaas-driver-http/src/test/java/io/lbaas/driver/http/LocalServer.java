package io.lbaas.driver.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.lbaas.driver.contract.LoopbackServer;
import io.lbaas.driver.contract.TestAuthority;
import io.lbaas.driver.spi.DeviceSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A device's API on this host. */
final class LocalServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private LocalServer(HttpServer server, HttpHandler handler) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", handler);
        server.start();
    }

    static LocalServer plain(HttpHandler handler) {
        return new LocalServer(LoopbackServer.plain(0), handler);
    }

    static LocalServer secure(TestAuthority.Issued identity, HttpHandler handler) {
        return new LocalServer(LoopbackServer.secure(0, identity), handler);
    }

    static void answer(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getRequestBody().readAllBytes();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** How to reach it, with settings in pairs. */
    DeviceSpec device(String... settings) {
        return spec(LoopbackServer.url(server).replace("127.0.0.1", "localhost"), settings);
    }

    static DeviceSpec spec(String url, String... settings) {
        Map<String, String> map = new HashMap<>(Map.of("url", url));
        for (int i = 0; i < settings.length; i += 2) {
            map.put(settings[i], settings[i + 1]);
        }
        return new DeviceSpec(UUID.randomUUID(), "test", map, 1);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
