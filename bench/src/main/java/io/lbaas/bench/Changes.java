package io.lbaas.bench;

import io.lbaas.test.harness.Api;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.function.IntConsumer;

/** From a change until a real HAProxy has it, with few and with many load balancers present. */
final class Changes {
    private static final int[] PRESENT = {10, 100, 1_000};
    private static final int WARM_UP = 20;
    private static final int ITEMS = 40;
    private static final int FIRST_PORT = 9_000;
    private static final int WEIGHTS = 100;

    private final Subject subject;
    private final Report report;

    Changes(Subject subject, Report report) {
        this.subject = subject;
        this.report = report;
    }

    void run() {
        JsonObject loadBalancer = subject.createWhole();
        String id = loadBalancer.getString("id");
        JsonObject pool = loadBalancer.getJsonArray("pools").getJsonObject(0);
        String member = "pools/" + pool.getString("id") + "/members/"
                + pool.getJsonArray("members").getJsonObject(0).getString("id");
        subject.awaitActive(id);
        Clients.run(1, WARM_UP, i -> weigh(id, member, i));
        int present = 1;
        for (int wanted : PRESENT) {
            Clients.run(8, wanted - present, i -> subject.createWhole());
            subject.awaitNothingPending();
            present = wanted;
            String among = "_of_" + wanted;
            measure("member_active" + among, i -> weigh(id, member, i));
            measure("listener_active" + among, i -> listen(id, FIRST_PORT + wanted + i));
        }
        subject.deleteAll();
    }

    private void weigh(String loadBalancer, String member, int item) {
        Api.Answer answer = subject.api()
                .send("PUT", "/v2/lbaas/" + member, "{\"member\": {\"weight\": " + (1 + item % WEIGHTS) + "}}");
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.body());
        }
        subject.awaitActive(loadBalancer);
    }

    private void listen(String loadBalancer, int port) {
        subject.api()
                .create(
                        "listeners",
                        "listener",
                        Json.createObjectBuilder()
                                .add("loadbalancer_id", loadBalancer)
                                .add("protocol", "HTTP")
                                .add("protocol_port", port));
        subject.awaitActive(loadBalancer);
    }

    private void measure(String name, IntConsumer item) {
        subject.measure(report, name, ITEMS, () -> Clients.run(1, ITEMS, item));
    }
}
