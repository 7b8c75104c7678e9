package io.lbaas.test.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lbaas.test.harness.Api;
import io.lbaas.test.harness.Checker;
import io.lbaas.test.harness.LbaasServer;
import jakarta.json.Json;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillTest {
    private static final int CREATES = 200;
    private static final int CLIENTS = 32;
    private static final int BEFORE_THE_KILL = 100;
    private static final Duration RECOVERY = Duration.ofMinutes(2);

    @Test
    void killedInTheMiddleOfConcurrentCreatesNothingThatWasAcknowledgedIsLost(@TempDir Path temporary)
            throws InterruptedException {
        try (LbaasServer server = new LbaasServer(temporary.resolve("data"), Map.of()).start()) {
            Queue<String> acknowledged = createUntilKilled(server);
            assertThat(acknowledged).hasSizeBetween(BEFORE_THE_KILL, CREATES - 1);

            server.start();

            Checker checker = new Checker(server);
            await().atMost(RECOVERY)
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> assertThat(checker.unsettled()).isEmpty());
            checker.assertNothingLostNothingOrphaned(acknowledged);
        }
    }

    /** What the clients were told exists, at the moment of the kill. */
    private static Queue<String> createUntilKilled(LbaasServer server) throws InterruptedException {
        Api api = server.admin();
        String subnet = api.subnet();
        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        CountDownLatch untilTheKill = new CountDownLatch(BEFORE_THE_KILL);
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        for (int i = 0; i < CREATES; i++) {
            clients.execute(() -> {
                try {
                    acknowledged.add(api.create(
                                    "loadbalancers",
                                    "loadbalancer",
                                    Json.createObjectBuilder().add("vip_subnet_id", subnet))
                            .getString("id"));
                    untilTheKill.countDown();
                } catch (UncheckedIOException e) {
                    // Killed before it answered: this one was not acknowledged.
                }
            });
        }
        assertThat(untilTheKill.await(2, TimeUnit.MINUTES)).isTrue();
        server.kill();
        clients.shutdown();
        assertThat(clients.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
        return acknowledged;
    }
}
