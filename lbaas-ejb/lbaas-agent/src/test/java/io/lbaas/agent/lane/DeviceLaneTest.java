package io.lbaas.agent.lane;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lbaas.agent.FakeDevice;
import io.lbaas.agent.FakeSessions;
import io.lbaas.agent.device.Configurator;
import io.lbaas.agent.device.Credentials;
import io.lbaas.agent.device.Sessions;
import io.lbaas.driver.contract.TreeBuilder;
import io.lbaas.driver.spi.Change;
import io.lbaas.driver.spi.DeviceSpec;
import io.lbaas.driver.spi.FailureKind;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.model.DesiredLoadBalancer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeviceLaneTest {
    private static final DeviceSpec SPEC = new DeviceSpec(UUID.randomUUID(), "fake", Map.of(), 1);
    private static final Duration LONG = Duration.ofSeconds(20);

    private final FakeDevice device = new FakeDevice();
    private final Configurator configurator =
            new Configurator(new Sessions(name -> Optional.of(new FakeSessions(device)), new Credentials(null)));
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final DesiredLoadBalancer tree = new TreeBuilder().build();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final Change first = new Change.Remove(UUID.randomUUID(), 1, Instant.MAX);

    @AfterEach
    void stop() {
        gate.countDown();
        threads.shutdownNow();
    }

    private DeviceLane lane(Duration patience) {
        return new DeviceLane(configurator, Duration.ZERO, patience);
    }

    private Change apply(long generation) {
        return new Change.Apply(tree, generation, Instant.MAX);
    }

    /** Holds the device in the first change until the gate opens; then some change may be refused. */
    private void holdFirst(Change refused) {
        device.obstruct(change -> {
            if (change.equals(first)) {
                awaitGate();
            }
            return change.equals(refused) ? Outcome.Failed.of(FailureKind.DEVICE_REFUSED, "no") : null;
        });
    }

    private void awaitGate() {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Submits a change while the device is held by the first; returns when all of them wait. */
    private List<Future<Outcome>> behindTheFirst(DeviceLane lane, List<Change> changes) {
        Future<Outcome> held = threads.submit(() -> lane.submit(SPEC, first));
        await().until(() -> device.batches().size() == 1 && !held.isDone());
        List<Future<Outcome>> outcomes = changes.stream()
                .map(change -> threads.submit(() -> lane.submit(SPEC, change)))
                .toList();
        await().until(() -> lane.waiting() == changes.size());
        return outcomes;
    }

    private static Outcome outcome(Future<Outcome> future) throws Exception {
        return future.get(20, SECONDS);
    }

    private static boolean stale(Outcome outcome) {
        return outcome instanceof Outcome.Failed failed && failed.kind() == FailureKind.STALE_GENERATION;
    }

    @Test
    void whatWaitsIsMadeInOneBatch() throws Exception {
        holdFirst(null);
        List<Change> changes = IntStream.range(0, 30)
                .<Change>mapToObj(i -> new Change.Remove(UUID.randomUUID(), 1, Instant.MAX))
                .toList();
        List<Future<Outcome>> outcomes = behindTheFirst(lane(LONG), changes);
        gate.countDown();
        for (Future<Outcome> outcome : outcomes) {
            assertThat(outcome(outcome)).isInstanceOf(Outcome.Completed.class);
        }
        assertThat(device.batches()).hasSize(2);
        assertThat(device.batches().get(1)).containsExactlyInAnyOrderElementsOf(changes);
        assertThat(device.mostAtOnce()).isEqualTo(1);
    }

    @Test
    void aloneItWaitsForNobody() throws Exception {
        DeviceLane lane = new DeviceLane(configurator, Duration.ofDays(1), LONG);
        assertThat(outcome(threads.submit(() -> lane.submit(SPEC, first)))).isInstanceOf(Outcome.Completed.class);
    }

    @Test
    void whatKeepsComingIsGatheredUntilItPauses() throws Exception {
        holdFirst(null);
        DeviceLane lane = new DeviceLane(configurator, Duration.ofDays(1), LONG);
        List<Future<Outcome>> outcomes = new ArrayList<>(behindTheFirst(lane, List.of(apply(2), apply(3))));
        gate.countDown();
        for (long generation = 4; generation < 40; generation++) {
            Change next = apply(generation);
            outcomes.add(threads.submit(() -> lane.submit(SPEC, next)));
            // The pace of clients, faster than what counts as a pause.
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
        for (Future<Outcome> outcome : outcomes) {
            assertThat(outcome(outcome)).isInstanceOf(Outcome.Completed.class);
        }
        assertThat(device.batches()).hasSizeLessThan(10);
    }

    @Test
    void onlyTheNewestGenerationIsMadeAndSettlesTheOlder() throws Exception {
        holdFirst(null);
        List<Future<Outcome>> outcomes = behindTheFirst(lane(LONG), List.of(apply(2), apply(4), apply(3), apply(4)));
        gate.countDown();
        for (Future<Outcome> outcome : outcomes) {
            assertThat(outcome(outcome)).isEqualTo(new Outcome.Completed(4, "digest", Map.of()));
        }
        assertThat(device.batches().get(1)).containsExactly(apply(4));
    }

    @Test
    void removalSupersedesAnOlderApply() throws Exception {
        holdFirst(null);
        Change removal = new Change.Remove(tree.id(), 2, Instant.MAX);
        List<Future<Outcome>> outcomes = behindTheFirst(lane(LONG), List.of(removal, apply(2), apply(1)));
        gate.countDown();
        assertThat(outcome(outcomes.get(0))).isInstanceOf(Outcome.Completed.class);
        assertThat(stale(outcome(outcomes.get(1)))).isTrue();
        assertThat(stale(outcome(outcomes.get(2)))).isTrue();
        assertThat(device.batches().get(1)).containsExactly(removal);
    }

    @Test
    void olderGetsItsOwnTryWhereTheNewestIsRefused() throws Exception {
        holdFirst(apply(3));
        List<Future<Outcome>> outcomes = behindTheFirst(lane(LONG), List.of(apply(2), apply(3)));
        gate.countDown();
        assertThat(outcome(outcomes.get(0))).isInstanceOf(Outcome.Completed.class);
        assertThat(outcome(outcomes.get(1))).isInstanceOf(Outcome.Failed.class);
        assertThat(device.kept(tree.id())).isEqualTo(apply(2));
    }

    @Test
    void olderIsSupersededWhereTheNewestIsPutBack() throws Exception {
        device.obstruct(change -> {
            awaitGate();
            return Outcome.Failed.of(FailureKind.UNREACHABLE, "no route");
        });
        List<Future<Outcome>> outcomes = behindTheFirst(lane(LONG), List.of(apply(2), apply(3)));
        gate.countDown();
        assertThat(stale(outcome(outcomes.get(0)))).isTrue();
        assertThat(stale(outcome(outcomes.get(1)))).isFalse();
    }

    @Test
    void hungDeviceHoldsUpNobodyForLong() throws Exception {
        holdFirst(null);
        DeviceLane lane = lane(Duration.ofMillis(20));
        Future<Outcome> held = threads.submit(() -> lane.submit(SPEC, first));
        await().until(() -> device.batches().size() == 1);
        Outcome outcome = outcome(threads.submit(() -> lane.submit(SPEC, apply(1))));
        assertThat(((Outcome.Failed) outcome).kind()).isEqualTo(FailureKind.BUSY);
        gate.countDown();
        assertThat(outcome(held)).isInstanceOf(Outcome.Completed.class);
        Change other = new Change.Remove(UUID.randomUUID(), 1, Instant.MAX);
        assertThat(outcome(threads.submit(() -> lane.submit(SPEC, other)))).isInstanceOf(Outcome.Completed.class);
        assertThat(device.batches())
                .as("the one that gave up is not made later")
                .contains(List.of(other));
    }

    @Test
    void batchIsMadeWithTheLatestCredentials() {
        DeviceSpec rotated = new DeviceSpec(SPEC.deviceId(), "fake", Map.of("password", "new"), 2);
        assertThat(DeviceLane.device(List.of(new Waiting(SPEC, apply(9)), new Waiting(rotated, apply(1)))))
                .isEqualTo(rotated);
    }
}
