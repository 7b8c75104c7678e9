package io.lbaas.bench;

import io.lbaas.test.harness.Api;
import io.lbaas.test.harness.LbaasServer;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Runs all measurements against one fresh server and prints a table and, to the given file, JSON. */
public final class Bench {
    private static final int WARM_UP = 400;
    private static final int ITEMS = 400;
    private static final int BURST = 200;
    private static final int LIGHT = 40;
    private static final int LIST = 1000;

    private final PrintStream out;
    private final LbaasServer server;
    private final Api api;
    private final String subnet;
    private final JsonObjectBuilder report = Json.createObjectBuilder();

    private Bench(PrintStream out, LbaasServer server) {
        this.out = out;
        this.server = server;
        this.api = server.admin();
        this.subnet = api.send("GET", "/admin/v1/vip-subnets", null)
                .json()
                .getJsonArray("vip_subnets")
                .getJsonObject(0)
                .getString("id");
    }

    public static void main(String[] args) throws IOException {
        Path dataDir = Files.createTempDirectory("lbaas-bench");
        long begin = System.nanoTime();
        try (LbaasServer server = new LbaasServer(dataDir, Map.of()).start()) {
            Bench bench = new Bench(System.out, server);
            bench.report.add("start_s", Latencies.round((System.nanoTime() - begin) / 1e9));
            bench.run();
            Files.writeString(Path.of(args[0]), pretty(bench.report.build()));
        }
    }

    private void run() {
        out.printf("%-34s %9s %9s %9s %9s   %s%n", "", "per s", "p50 ms", "p99 ms", "max ms", "CPU ms per item");
        clear("warm-up", Clients.run(8, WARM_UP, i -> create("noop")));
        for (int clients : new int[] {1, 8, 32}) {
            measure("accept_" + clients, ITEMS, () -> Clients.run(clients, ITEMS, i -> create("noop")));
            deleteAll();
        }
        measure("pipeline_noop", ITEMS, () -> burst("noop", ITEMS, 32));
        deleteAll();
        measure("burst_noop", BURST, () -> burst("noop", BURST, 32));
        deleteAll();
        measure("burst_haproxy", BURST, () -> burst("haproxy", BURST, 32));
        deleteAll();
        measure("light_haproxy", LIGHT, () -> Clients.run(1, LIGHT, i -> awaitActive(create("haproxy"))));
        deleteAll();
        Clients.run(8, LIST, i -> create("noop"));
        awaitNothingPending();
        measure("list_1000", ITEMS / 4, () -> Clients.run(1, ITEMS / 4, i -> list()));
        ProcessCosts costs = ProcessCosts.of(server.process(), server.dataDir());
        JsonObjectBuilder rss = Json.createObjectBuilder();
        costs.rssMegabytes().forEach(rss::add);
        report.add("rss_mb", rss).add("rss_total_mb", costs.totalRss());
        out.printf("RSS in MB: %s, in all %d%n", costs.rssMegabytes(), costs.totalRss());
    }

    /** Accepts a burst and gives for each item the time from its request to ACTIVE. */
    private Clients.Run burst(String provider, int items, int clients) {
        Map<String, Long> begun = new java.util.concurrent.ConcurrentHashMap<>();
        Queue<Long> latencies = new ConcurrentLinkedQueue<>();
        long start = System.nanoTime();
        Clients.run(clients, items, i -> {
            long begin = System.nanoTime();
            begun.put(create(provider), begin);
        });
        while (!begun.isEmpty()) {
            for (JsonObject each : list().getValuesAs(JsonObject.class)) {
                String status = each.getString("provisioning_status");
                if (status.equals("ERROR")) {
                    throw new IllegalStateException(each.toString());
                }
                if (status.equals("ACTIVE")) {
                    Long begin = begun.remove(each.getString("id"));
                    if (begin != null) {
                        latencies.add(System.nanoTime() - begin);
                    }
                }
            }
        }
        return new Clients.Run(Latencies.of(latencies), items / ((System.nanoTime() - start) / 1e9));
    }

    private void measure(String name, int items, java.util.function.Supplier<Clients.Run> measurement) {
        awaitNothingPending();
        ProcessCosts before = ProcessCosts.of(server.process(), server.dataDir());
        Clients.Run run = measurement.get();
        awaitNothingPending();
        Map<String, Long> spent =
                ProcessCosts.of(server.process(), server.dataDir()).since(before);
        JsonObjectBuilder cpu = Json.createObjectBuilder();
        StringBuilder costs = new StringBuilder();
        spent.forEach((kind, millis) -> {
            double perItem = Latencies.round((double) millis / items);
            cpu.add(kind, perItem);
            costs.append(kind).append(' ').append(perItem).append("  ");
        });
        report.add(
                name,
                Json.createObjectBuilder(run.latencies().json())
                        .add("per_second", Latencies.round(run.itemsPerSecond()))
                        .add("cpu_ms_per_item", cpu));
        out.printf(
                "%-34s %9.1f %9.1f %9.1f %9.1f   %s%n",
                name,
                run.itemsPerSecond(),
                run.latencies().percentile(50),
                run.latencies().percentile(99),
                run.latencies().percentile(100),
                costs);
    }

    private void clear(String name, Clients.Run run) {
        out.printf("%s: %.1f per s%n", name, run.itemsPerSecond());
        deleteAll();
    }

    private String create(String provider) {
        return api.create(
                        "loadbalancers",
                        "loadbalancer",
                        Json.createObjectBuilder()
                                .add("name", "bench")
                                .add("vip_subnet_id", subnet)
                                .add("provider", provider))
                .getString("id");
    }

    private void awaitActive(String id) {
        api.awaitStatus("loadbalancers/" + id, "loadbalancer", "ACTIVE");
    }

    private JsonArray list() {
        return api.send("GET", "/v2/lbaas/loadbalancers", null).json().getJsonArray("loadbalancers");
    }

    private void deleteAll() {
        awaitNothingPending();
        JsonArray all = list();
        Clients.run(
                8,
                all.size(),
                i -> api.delete("loadbalancers/" + all.getJsonObject(i).getString("id")));
        awaitNothingPending();
    }

    private void awaitNothingPending() {
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofMinutes(2))
                .until(() -> list().stream()
                        .map(JsonValue::asJsonObject)
                        .noneMatch(each -> each.getString("provisioning_status").startsWith("PENDING")));
    }

    private static String pretty(JsonObject report) {
        StringWriter text = new StringWriter();
        try (var writer = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createWriter(text)) {
            writer.writeObject(report);
        }
        return text.toString().strip() + "\n";
    }
}
