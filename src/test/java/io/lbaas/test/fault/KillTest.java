package io.lbaas.test.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lbaas.test.harness.Api;
import io.lbaas.test.harness.Checker;
import io.lbaas.test.harness.LbaasServer;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillTest {
    private static final int CREATES = 200;
    private static final int CLIENTS = 32;
    private static final int BEFORE_THE_KILL = 100;
    private static final Duration RECOVERY = Duration.ofMinutes(2);

    @Test
    void killedInTheMiddleOfCreatesAndMovesNothingThatWasAcknowledgedIsLost(@TempDir Path temporary)
            throws InterruptedException {
        try (LbaasServer server = new LbaasServer(temporary.resolve("data"), Map.of()).start()) {
            EvacuationUnderWay evacuation = EvacuationUnderWay.begin(server.admin(), temporary.resolve("noop"));
            Map<String, String> acknowledged = createUntilKilled(server, evacuation);
            assertThat(acknowledged).hasSizeBetween(BEFORE_THE_KILL, CREATES - 1);

            server.start();

            Checker checker = new Checker(server);
            await().atMost(RECOVERY)
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> assertThat(checker.unsettled()).isEmpty());
            checker.assertNothingLostNothingOrphaned(acknowledged.values());
            evacuation.assertOver(server.admin());

            Map<String, String> repeated = repeated(server.admin());
            assertThat(repeated).containsAllEntriesOf(acknowledged);
            await().atMost(RECOVERY)
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> assertThat(checker.unsettled()).isEmpty());
            checker.assertNothingLostNothingOrphaned(repeated.values());
            assertThat(checker.loadBalancers()).containsExactlyInAnyOrderElementsOf(repeated.values());
        }
    }

    /** What the clients were told exists at the moment of the kill, by the keys of their requests. */
    private static Map<String, String> createUntilKilled(LbaasServer server, EvacuationUnderWay evacuation)
            throws InterruptedException {
        Api api = server.admin();
        String body = body(api);
        Map<String, String> acknowledged = new ConcurrentHashMap<>();
        CountDownLatch untilTheKill = new CountDownLatch(BEFORE_THE_KILL);
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        keys().forEach(key -> clients.execute(() -> {
            try {
                acknowledged.put(key, create(api, body, key));
                untilTheKill.countDown();
            } catch (UncheckedIOException e) {
                // Killed before it answered: this one was not acknowledged.
            }
        }));
        assertThat(untilTheKill.await(2, TimeUnit.MINUTES)).isTrue();
        evacuation.assertUnderWay();
        server.kill();
        clients.shutdown();
        assertThat(clients.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
        return acknowledged;
    }

    /** What becomes of all requests when they are sent again, whether they were answered before or not. */
    private static Map<String, String> repeated(Api api) {
        String body = body(api);
        return keys().collect(Collectors.toMap(Function.identity(), key -> create(api, body, key)));
    }

    private static Stream<String> keys() {
        return IntStream.range(0, CREATES).mapToObj(i -> "create-" + i);
    }

    private static String body(Api api) {
        return "{\"loadbalancer\": {\"vip_subnet_id\": \"" + api.subnet() + "\"}}";
    }

    private static String create(Api api, String body, String key) {
        Api.Answer answer = api.send("POST", "/v2/lbaas/loadbalancers", body, Map.of("Idempotency-Key", key));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().getJsonObject("loadbalancer").getString("id");
    }
}
