package io.lbaas.driver.haproxy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import io.lbaas.driver.contract.SshServer;
import io.lbaas.driver.contract.traffic.Backend;
import io.lbaas.driver.contract.traffic.Trees;
import io.lbaas.driver.spi.Change;
import io.lbaas.driver.spi.LoadBalancerDriver;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.model.DesiredLoadBalancer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Measures the driver with a real HAProxy. It is no test: {@code bench/devices} runs it and shows what it prints. */
class DeviceBench {
    private static final int BATCH = 50;
    private static final double NANOS_PER_MILLI = 1e6;

    private final Optional<SshServer> server =
            Boolean.getBoolean("bench.ssh") ? Optional.of(SshServer.start()) : Optional.empty();
    private final TestDevice device =
            server.map(ssh -> new TestDevice(ssh, Map.of())).orElseGet(TestDevice::new);
    private final LoadBalancerDriver driver = device.open();
    private final Backend backend = new Backend();
    private final ServerSocket members = members();

    @AfterEach
    void stop() throws IOException {
        device.close();
        server.ifPresent(SshServer::close);
        members.close();
        backend.close();
    }

    /** What all members' checks connect to. */
    private static ServerSocket members() {
        try {
            ServerSocket socket = new ServerSocket(BenchTrees.MEMBER);
            Thread acceptor = new Thread(() -> {
                while (!socket.isClosed()) {
                    try {
                        socket.accept().close();
                    } catch (IOException e) {
                        // It was closed, by the client or by us.
                    }
                }
            });
            acceptor.setDaemon(true);
            acceptor.start();
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each with two listeners, two pools and eight checked members. */
    private List<DesiredLoadBalancer> fill(int count) {
        List<DesiredLoadBalancer> trees =
                IntStream.range(0, count).mapToObj(BenchTrees::of).toList();
        for (int from = 0; from < count; from += BATCH) {
            List<Change> batch = trees.subList(from, Math.min(count, from + BATCH)).stream()
                    .<Change>map(tree -> new Change.Apply(tree, 1, deadline()))
                    .toList();
            assertThat(driver.apply(batch)).hasOnlyElementsOfType(Outcome.Completed.class);
        }
        return trees;
    }

    private static Instant deadline() {
        return Instant.now().plusSeconds(60);
    }

    private void completes(DesiredLoadBalancer tree, long generation) {
        assertThat(driver.apply(List.of(new Change.Apply(tree, generation, deadline()))))
                .hasOnlyElementsOfType(Outcome.Completed.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 100, 1000})
    void changes_and_reads(int count) throws Exception {
        List<DesiredLoadBalancer> trees = fill(count);
        List<UUID> ids = trees.stream().map(DesiredLoadBalancer::id).toList();
        DesiredLoadBalancer tree = trees.get(0);
        long[] generation = {1};
        String process = device.process();
        wall(count + " present, weight", 100, i -> () -> {
            completes(BenchTrees.weighted(tree, 2 + i), ++generation[0]);
            return null;
        });
        wall(count + " present, members come and go", 50, i -> () -> {
            completes(i % 2 == 0 ? BenchTrees.withoutMembers(tree) : tree, ++generation[0]);
            return null;
        });
        assertThat(device.process()).isEqualTo(process);
        wall(count + " present, new listener", 10, i -> () -> {
            completes(BenchTrees.withListeners(tree, count, i + 1), ++generation[0]);
            return null;
        });
        assertThat(device.process()).isNotEqualTo(process);
        cpu(count + " present, health", () -> driver.health(ids));
        cpu(count + " present, statistics", () -> driver.stats(ids));
        cpu(count + " present, list", driver::list);
    }

    @Test
    void sixtieth_listener() throws Exception {
        DesiredLoadBalancer tree = fill(10).get(0);
        wall("listeners 1 to 60 of one load balancer", 60, i -> () -> {
            completes(BenchTrees.withListeners(tree, 10, i + 1), i + 2);
            return null;
        });
    }

    @Test
    void requests_during_applies() throws Exception {
        DesiredLoadBalancer served = Trees.of(UUID.randomUUID(), "127.10.9.1", BenchTrees.PORT, backend);
        completes(served, 1);
        List<DesiredLoadBalancer> others = fill(10);
        Process wrk = new ProcessBuilder("wrk", "-t1", "-c8", "-d60s", "http://127.10.9.1:" + BenchTrees.PORT + "/")
                .redirectErrorStream(true)
                .start();
        for (int i = 0; i < 100; i++) {
            if (i % 2 == 0) {
                completes(Trees.with(served, List.of(Trees.member(backend.port(), 1 + i, true))), i + 2);
            } else {
                completes(BenchTrees.withListeners(others.get(0), 10, 1 + i % 4), i + 2);
            }
        }
        boolean whileAsking = wrk.isAlive();
        String answer = new String(wrk.getInputStream().readAllBytes(), UTF_8);
        System.Logger log = System.getLogger(DeviceBench.class.getName());
        log.log(System.Logger.Level.INFO, "wrk during 100 applies (all within: {0})\n{1}", whileAsking, answer);
    }

    private static void wall(String what, int times, IntFunction<Callable<Void>> work) throws Exception {
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            work.apply(i).call();
            nanos.add(System.nanoTime() - start);
        }
        report(
                what + ", first/last fifth ms",
                median(nanos.subList(0, times / 5)),
                median(nanos.subList(times * 4 / 5, times)));
        report(what + ", p50/max ms", median(nanos), percentile(nanos, 100));
    }

    private static void cpu(String what, Callable<?> work) throws Exception {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            long start = system.getProcessCpuTime();
            work.call();
            nanos.add(system.getProcessCpuTime() - start);
        }
        report(what + ", CPU first/p50 ms", nanos.get(0), median(nanos.subList(10, 30)));
    }

    private static long median(List<Long> nanos) {
        return percentile(nanos, 50);
    }

    private static long percentile(List<Long> nanos, int percent) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted[Math.max(0, (int) Math.ceil(percent / 100.0 * sorted.length) - 1)];
    }

    private static void report(String what, long one, long other) {
        System.getLogger(DeviceBench.class.getName())
                .log(
                        System.Logger.Level.INFO,
                        "%s: %.1f %.1f".formatted(what, one / NANOS_PER_MILLI, other / NANOS_PER_MILLI));
    }
}
