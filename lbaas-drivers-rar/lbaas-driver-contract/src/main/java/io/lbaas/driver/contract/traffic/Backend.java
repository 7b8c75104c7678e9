package io.lbaas.driver.contract.traffic;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web server of this machine that answers every request with its name, and gives clients a session. */
public final class Backend implements AutoCloseable {
    private static final String ADDRESS = "127.0.0.1";
    private static final int BACKLOG = 128;

    static {
        // Answers would wait 40 ms for an acknowledgement otherwise.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final String name;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    });
    private volatile Headers lastHeaders;

    /** One that is named after its port. */
    public Backend() {
        this(null);
    }

    public Backend(String name) {
        this(name, 0);
    }

    /** One on a port where another was before, or on any free one where the port is 0. */
    public Backend(String name, int port) {
        this(name, ADDRESS, port);
    }

    /** The same on another address of this machine, where other hosts reach it. */
    public Backend(String name, String address, int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(address, port), BACKLOG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.name = name == null ? Integer.toString(port()) : name;
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = name.getBytes(UTF_8);
        lastHeaders = exchange.getRequestHeaders();
        if (!lastHeaders.containsKey("Cookie")) {
            exchange.getResponseHeaders().set("Set-Cookie", "session=" + UUID.randomUUID());
        }
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** Those of the latest request. */
    public Headers lastHeaders() {
        return lastHeaders;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String name() {
        return name;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
