package io.lbaas.bench;

import io.lbaas.test.harness.LbaasServer;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What it costs to keep an eye on a thousand load balancers that are well: CPU time of one round of health collection, above
 * that of a server with nothing to look at. The server is one of its own, which looks often and does nothing else.
 */
final class Watching {
    private static final int LOAD_BALANCERS = 1000;
    private static final int MEMBERS = 8;
    private static final Duration PERIOD = Duration.ofSeconds(2);
    private static final int WARM_UP_ROUNDS = 60;
    private static final int ROUNDS = 30;

    private final Report report;

    Watching(Report report) {
        this.report = report;
    }

    void run() {
        Map<String, String> environment = Map.of(
                "LBAAS_HEALTH_PERIOD", PERIOD.toString(),
                "LBAAS_STATS_PERIOD", "PT1H",
                "LBAAS_PROBE_PERIOD", "PT1H",
                "LBAAS_AUDIT_PERIOD", "PT1H");
        try (LbaasServer server = new LbaasServer(Files.createTempDirectory("lbaas-watch"), environment).start()) {
            Subject subject = new Subject(server);
            Map<String, Long> idle = spent(subject);
            Clients.run(8, LOAD_BALANCERS, i -> subject.create("haproxy", MEMBERS));
            subject.awaitNothingPending();
            Map<String, Long> watching = spent(subject);
            JsonObjectBuilder perRound = Json.createObjectBuilder();
            watching.forEach((kind, millis) ->
                    perRound.add(kind, Latencies.round((double) (millis - idle.getOrDefault(kind, 0L)) / ROUNDS)));
            report.note("health_" + LOAD_BALANCERS + "_cpu_ms_per_round", perRound.build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** CPU milliseconds of some rounds, when the code has been compiled that they run. */
    private static Map<String, Long> spent(Subject subject) {
        pass(WARM_UP_ROUNDS);
        ProcessCosts before = subject.costs();
        pass(ROUNDS);
        return subject.costs().since(before);
    }

    /** Time is what is measured against here: nothing happens that could be waited for. */
    private static void pass(int rounds) {
        try {
            TimeUnit.MILLISECONDS.sleep(PERIOD.toMillis() * rounds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
