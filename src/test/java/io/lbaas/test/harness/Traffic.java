package io.lbaas.test.harness;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients that send requests through a VIP without a pause, and keep count of who answered and what failed. */
public final class Traffic implements AutoCloseable {
    private final Map<String, AtomicInteger> answersByBackend = new ConcurrentHashMap<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final List<Thread> clients = new ArrayList<>();
    private volatile boolean running = true;

    public Traffic(String address, int port, int clientCount) {
        URI uri = URI.create("http://" + address + ":" + port + "/");
        for (int i = 0; i < clientCount; i++) {
            Thread client = new Thread(() -> run(uri), "traffic-" + i);
            clients.add(client);
            client.start();
        }
    }

    /** One request through a VIP: the name of the backend that answered. */
    public static String ask(String address, int port) throws IOException {
        return ask(HttpClient.newHttpClient(), URI.create("http://" + address + ":" + port + "/"));
    }

    public int answers(String backend) {
        return answersByBackend.getOrDefault(backend, new AtomicInteger()).get();
    }

    public int answers() {
        return answersByBackend.values().stream().mapToInt(AtomicInteger::get).sum();
    }

    public List<String> failures() {
        return List.copyOf(failures);
    }

    @Override
    public void close() {
        running = false;
        for (Thread client : clients) {
            try {
                client.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private void run(URI uri) {
        HttpClient http = HttpClient.newHttpClient();
        while (running) {
            try {
                answersByBackend
                        .computeIfAbsent(ask(http, uri), key -> new AtomicInteger())
                        .incrementAndGet();
            } catch (IOException e) {
                failures.add(e.toString());
            }
        }
    }

    private static String ask(HttpClient http, URI uri) throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10)).build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException("HTTP " + response.statusCode());
            }
            return response.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
