package io.lbaas.bench;

import jakarta.json.JsonObject;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** How fast load balancers are accepted, and how fast they come to be ACTIVE. */
final class Writes {
    private static final int WARM_UP = 2000;
    private static final int ITEMS = 400;
    private static final int BURST = 200;
    private static final int LIGHT = 40;

    private final Subject subject;
    private final Report report;

    Writes(Subject subject, Report report) {
        this.subject = subject;
        this.report = report;
    }

    void run() {
        Clients.run(8, WARM_UP, i -> subject.create("noop"));
        subject.deleteAll();
        for (int clients : new int[] {1, 8, 32}) {
            measure("accept_" + clients, ITEMS, () -> Clients.run(clients, ITEMS, i -> subject.create("noop")));
        }
        measure("pipeline_noop", ITEMS, () -> burst("noop", ITEMS, 32));
        measure("burst_noop", BURST, () -> burst("noop", BURST, 32));
        measure("burst_haproxy", BURST, () -> burst("haproxy", BURST, 32));
        measure(
                "light_haproxy",
                LIGHT,
                () -> Clients.run(1, LIGHT, i -> subject.awaitActive(subject.create("haproxy"))));
    }

    private void measure(String name, int items, Supplier<Clients.Run> measurement) {
        subject.measure(report, name, items, measurement);
        subject.deleteAll();
    }

    /** Accepts a burst and gives for each item the time from its request to ACTIVE. */
    private Clients.Run burst(String provider, int items, int clients) {
        Map<String, Long> begun = new ConcurrentHashMap<>();
        Queue<Long> latencies = new ConcurrentLinkedQueue<>();
        long start = System.nanoTime();
        Clients.run(clients, items, i -> {
            long begin = System.nanoTime();
            begun.put(subject.create(provider), begin);
        });
        while (!begun.isEmpty()) {
            for (JsonObject each : subject.list("")) {
                String status = each.getString("provisioning_status");
                if (status.equals("ERROR")) {
                    throw new IllegalStateException(each.toString());
                }
                Long begin = status.equals("ACTIVE") ? begun.remove(each.getString("id")) : null;
                if (begin != null) {
                    latencies.add(System.nanoTime() - begin);
                }
            }
        }
        return new Clients.Run(Latencies.of(latencies), items / ((System.nanoTime() - start) / 1e9));
    }
}
