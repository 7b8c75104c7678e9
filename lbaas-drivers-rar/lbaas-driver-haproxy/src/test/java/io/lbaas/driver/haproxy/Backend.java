package io.lbaas.driver.haproxy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/** A web server that answers with its own address. */
record Backend(HttpServer server) implements AutoCloseable {

    static Backend start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            byte[] name = Integer.toString(server.getAddress().getPort()).getBytes(StandardCharsets.UTF_8);
            server.setExecutor(Executors.newCachedThreadPool(task -> {
                Thread thread = new Thread(task);
                thread.setDaemon(true);
                return thread;
            }));
            server.createContext("/", exchange -> {
                exchange.sendResponseHeaders(200, name.length);
                exchange.getResponseBody().write(name);
                exchange.close();
            });
            server.start();
            return new Backend(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
