package io.lbaas.driver.contract.traffic;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** Clients that ask again and again over connections that they keep, and count who answered and what failed. */
public final class Load implements AutoCloseable {
    private static final int CLIENTS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Map<String, AtomicLong> answers = new ConcurrentHashMap<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final HttpRequest request;
    private final ExecutorService clients;
    private volatile boolean stopped;

    public Load(String address, int port) {
        this(address, port, CLIENTS);
    }

    public Load(String address, int port, int count) {
        request = request(address, port);
        clients = Executors.newFixedThreadPool(count);
        for (int client = 0; client < count; client++) {
            clients.execute(this::run);
        }
    }

    /** One request on a connection of its own: who answered, or in the words of an exception what went wrong. */
    public static String once(String address, int port) {
        try {
            return ask(HttpClient.newHttpClient(), request(address, port));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static HttpRequest request(String address, int port) {
        return HttpRequest.newBuilder(URI.create("http://" + address + ":" + port + "/"))
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(PATIENCE)
                .build();
    }

    private void run() {
        HttpClient client = HttpClient.newHttpClient();
        while (!stopped) {
            try {
                answers.computeIfAbsent(ask(client, request), name -> new AtomicLong())
                        .incrementAndGet();
            } catch (IOException e) {
                failures.add(e.toString());
            }
        }
    }

    private static String ask(HttpClient client, HttpRequest request) throws IOException {
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException("status " + response.statusCode());
            }
            return response.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    public long answersOf(Backend backend) {
        AtomicLong count = answers.get(backend.name());
        return count == null ? 0 : count.get();
    }

    /** Those of all backends. */
    public long answers() {
        return answers.values().stream().mapToLong(AtomicLong::get).sum();
    }

    /** Waits until a backend has answered some more. */
    public void awaitAnswers(Backend backend) {
        long before = answersOf(backend);
        await().atMost(PATIENCE).until(() -> answersOf(backend) > before + 20);
    }

    public List<String> failures() {
        return List.copyOf(failures);
    }

    @Override
    public void close() {
        stopped = true;
        clients.shutdown();
        await().atMost(15, SECONDS).until(clients::isTerminated);
    }
}
