package io.lbaas.driver.haproxy;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/** A web server that answers with its own port, and gives clients a session. */
record Backend(HttpServer server, AtomicReference<Headers> headers) implements AutoCloseable {
    static {
        // Answers would wait 40 ms for an acknowledgement otherwise.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    static Backend start() {
        try {
            AtomicReference<Headers> headers = new AtomicReference<>();
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            byte[] name = Integer.toString(server.getAddress().getPort()).getBytes(StandardCharsets.UTF_8);
            server.setExecutor(Executors.newCachedThreadPool(task -> {
                Thread thread = new Thread(task);
                thread.setDaemon(true);
                return thread;
            }));
            server.createContext("/", exchange -> {
                headers.set(exchange.getRequestHeaders());
                if (!exchange.getRequestHeaders().containsKey("Cookie")) {
                    exchange.getResponseHeaders().set("Set-Cookie", "session=" + UUID.randomUUID());
                }
                exchange.sendResponseHeaders(200, name.length);
                exchange.getResponseBody().write(name);
                exchange.close();
            });
            server.start();
            return new Backend(server, headers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of the latest request. */
    Headers lastHeaders() {
        return headers.get();
    }

    int port() {
        return server.getAddress().getPort();
    }

    String name() {
        return Integer.toString(port());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
