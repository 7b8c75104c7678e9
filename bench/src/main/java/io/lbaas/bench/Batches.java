package io.lbaas.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.test.harness.Api;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.util.ArrayList;
import java.util.List;

/** All members of a pool at once: until the answer, and until a real HAProxy has them. */
final class Batches {
    private static final int MEMBERS = 500;
    private static final int TIMES = 10;

    private final Subject subject;
    private final Report report;

    Batches(Subject subject, Report report) {
        this.subject = subject;
        this.report = report;
    }

    void run() {
        String lb = subject.create("haproxy");
        String members = "/v2/lbaas/pools/" + pool(lb) + "/members";
        subject.awaitActive(lb);
        List<Long> accepted = new ArrayList<>();
        List<Long> active = new ArrayList<>();
        Clients.Run[] runs = new Clients.Run[2];
        var cost = subject.cost(() -> {
            for (int i = 0; i < TIMES; i++) {
                long begin = System.nanoTime();
                put(members, batch(i));
                accepted.add(System.nanoTime() - begin);
                subject.awaitActive(lb);
                active.add(System.nanoTime() - begin);
            }
            runs[0] = new Clients.Run(Latencies.of(accepted), perSecond(accepted));
            runs[1] = new Clients.Run(Latencies.of(active), perSecond(active));
        });
        report.add("batch_500_accepted", TIMES, runs[0], cost);
        report.add("batch_500_active", TIMES, runs[1], cost);
        subject.deleteAll();
    }

    private String pool(String lb) {
        Api api = subject.api();
        String listener = api.create(
                        "listeners",
                        "listener",
                        Json.createObjectBuilder()
                                .add("loadbalancer_id", lb)
                                .add("protocol", "HTTP")
                                .add("protocol_port", 8080))
                .getString("id");
        return api.create(
                        "pools",
                        "pool",
                        Json.createObjectBuilder()
                                .add("listener_id", listener)
                                .add("protocol", "HTTP")
                                .add("lb_algorithm", "ROUND_ROBIN"))
                .getString("id");
    }

    private void put(String path, String batch) {
        var answer = subject.api().send("PUT", path, batch);
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    }

    /** A batch that has no member in common with the one before. */
    private static String batch(int number) {
        JsonArrayBuilder members = Json.createArrayBuilder();
        for (int i = 0; i < MEMBERS; i++) {
            members.add(Json.createObjectBuilder()
                    .add("address", "10." + number % 2 + "." + i / 250 + "." + (1 + i % 250))
                    .add("protocol_port", 80));
        }
        return Json.createObjectBuilder().add("members", members).build().toString();
    }

    private static double perSecond(List<Long> nanos) {
        return nanos.size() / (nanos.stream().mapToLong(Long::longValue).sum() / 1e9);
    }
}
