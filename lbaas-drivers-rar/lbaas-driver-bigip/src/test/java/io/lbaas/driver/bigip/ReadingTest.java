package io.lbaas.driver.bigip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lbaas.driver.contract.TreeBuilder;
import io.lbaas.driver.spi.Change;
import io.lbaas.driver.spi.LoadBalancerDriver;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.driver.spi.StatsBatch.Counters;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.DesiredLoadBalancer.Pool;
import io.lbaas.model.LoadBalancerSpec;
import io.lbaas.model.MonitorType;
import io.lbaas.model.OperatingStatus;
import io.lbaas.model.PoolSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Statistics and operating status. */
class ReadingTest {
    private final TestDevice device = new TestDevice();
    private final LoadBalancerDriver driver = device.open();
    private final DesiredLoadBalancer tree =
            new TreeBuilder().monitor(MonitorType.TCP).build();

    @AfterEach
    void stop() {
        driver.close();
        device.close();
    }

    private void make(DesiredLoadBalancer wanted) {
        Outcome.Pending pending = (Outcome.Pending)
                driver.apply(List.of(new Change.Apply(wanted, 1, Instant.now().plusSeconds(10))))
                        .get(0);
        await().pollInSameThread()
                .pollInterval(Duration.ofMillis(2))
                .until(() -> driver.poll(pending.token()) instanceof Outcome.Completed);
    }

    private Map<UUID, OperatingStatus> health() throws Exception {
        return driver.health(List.of(tree.id())).byObject();
    }

    private UUID member(int number) {
        return tree.pools().get(0).members().get(number).id();
    }

    @Test
    void bitsAreCountedInBytes() throws Exception {
        make(tree);
        UUID listener = tree.listeners().get(0).id();
        device.bigip().traffic(tree.id(), listener, 100);

        assertThat(driver.stats(List.of(tree.id())).byListener())
                .containsExactly(Map.entry(listener, new Counters(100, 200, 1, 2, 0)));
    }

    @Test
    void statusFollowsTheMembers() throws Exception {
        make(tree);
        UUID pool = tree.pools().get(0).id();
        assertThat(health().values()).containsOnly(OperatingStatus.ONLINE);

        device.bigip().memberState(tree.id(), "127.0.0.1", "down");
        assertThat(health())
                .containsEntry(member(0), OperatingStatus.ERROR)
                .containsEntry(member(1), OperatingStatus.ONLINE)
                .containsEntry(pool, OperatingStatus.DEGRADED)
                .containsEntry(tree.id(), OperatingStatus.DEGRADED)
                .containsEntry(tree.listeners().get(0).id(), OperatingStatus.ONLINE);

        device.bigip().memberState(tree.id(), "127.0.0.2", "down");
        assertThat(health()).containsEntry(pool, OperatingStatus.ERROR).containsEntry(tree.id(), OperatingStatus.ERROR);
    }

    @Test
    void membersThatNobodyChecksHaveNoMonitor() throws Exception {
        DesiredLoadBalancer unchecked = new TreeBuilder().id(tree.id()).build();
        make(unchecked);

        assertThat(health()).containsEntry(member(0), OperatingStatus.NO_MONITOR);
    }

    @Test
    void whatIsSwitchedOffIsOffline() throws Exception {
        DesiredLoadBalancer on = new TreeBuilder().id(tree.id()).build();
        DesiredLoadBalancer off = new DesiredLoadBalancer(
                on.id(), on.vipAddresses(), new LoadBalancerSpec(false), on.listeners(), switchedOff(on));
        make(off);

        assertThat(health().values()).containsOnly(OperatingStatus.OFFLINE);
        assertThat(driver.observe(tree.id()).intact()).isTrue();
    }

    private static List<Pool> switchedOff(DesiredLoadBalancer tree) {
        return tree.pools().stream()
                .map(pool -> new Pool(
                        pool.id(),
                        new PoolSpec(pool.spec().protocol(), pool.spec().lbAlgorithm(), false, null),
                        pool.members(),
                        null))
                .toList();
    }
}
