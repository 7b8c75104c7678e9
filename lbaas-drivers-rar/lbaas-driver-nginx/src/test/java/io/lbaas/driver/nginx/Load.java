package io.lbaas.driver.nginx;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** Clients that ask again and again over connections that they keep, until closed. */
final class Load implements AutoCloseable {
    private static final int CLIENTS = 4;

    private final ConcurrentMap<String, AtomicLong> answers = new ConcurrentHashMap<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    private final HttpRequest request;
    private volatile boolean stopped;

    Load(String address, int port) {
        request = request(address, port);
        for (int client = 0; client < CLIENTS; client++) {
            clients.execute(this::ask);
        }
    }

    /** One request on a connection of its own; the body of the answer, or what went wrong. */
    static String once(String address, int port) {
        return send(HttpClient.newHttpClient(), request(address, port));
    }

    private static HttpRequest request(String address, int port) {
        return HttpRequest.newBuilder(URI.create("http://" + address + ":" + port + "/"))
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(Duration.ofSeconds(10))
                .build();
    }

    private void ask() {
        HttpClient client = HttpClient.newHttpClient();
        while (!stopped) {
            String answer = send(client, request);
            if (answer.matches("\\d+")) {
                answers.computeIfAbsent(answer, name -> new AtomicLong()).incrementAndGet();
            } else {
                failures.add(answer);
            }
        }
    }

    private static String send(HttpClient client, HttpRequest request) {
        try {
            var response = client.send(request, BodyHandlers.ofString());
            return response.statusCode() == 200 ? response.body() : "status " + response.statusCode();
        } catch (IOException e) {
            return e.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    long answersOf(Backend backend) {
        AtomicLong count = answers.get(backend.name());
        return count == null ? 0 : count.get();
    }

    /** Waits until a backend has answered some more. */
    void awaitAnswers(Backend backend) {
        long before = answersOf(backend);
        await().atMost(10, SECONDS).until(() -> answersOf(backend) > before + 20);
    }

    Queue<String> failures() {
        return failures;
    }

    @Override
    public void close() {
        stopped = true;
        clients.shutdown();
        await().atMost(15, SECONDS).until(clients::isTerminated);
    }
}
