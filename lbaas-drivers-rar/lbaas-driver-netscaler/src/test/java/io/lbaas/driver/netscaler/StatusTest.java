package io.lbaas.driver.netscaler;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.contract.TreeBuilder;
import io.lbaas.driver.netscaler.simulator.Simulator;
import io.lbaas.driver.spi.Change;
import io.lbaas.driver.spi.DeviceReadException;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.driver.spi.StatsBatch;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.MemberSpec;
import io.lbaas.model.MonitorType;
import io.lbaas.model.OperatingStatus;
import jakarta.json.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Operating status and counters are those that the appliance shows. */
class StatusTest {
    private Simulator simulator;
    private NetscalerDriver driver;
    private long generation;

    @BeforeEach
    void start() throws IOException {
        simulator = new Simulator(0);
        driver = TestDevice.open(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private void apply(DesiredLoadBalancer tree) {
        generation++;
        Change change = new Change.Apply(tree, generation, Instant.now().plusSeconds(20));
        assertThat(driver.apply(List.of(change)).get(0)).isInstanceOf(Outcome.Completed.class);
    }

    private OperatingStatus health(DesiredLoadBalancer tree, UUID object) throws DeviceReadException {
        return driver.health(List.of(tree.id())).byObject().get(object);
    }

    private static DesiredLoadBalancer withFirstMember(DesiredLoadBalancer tree, int weight, boolean up) {
        DesiredLoadBalancer.Pool pool = tree.pools().get(0);
        DesiredLoadBalancer.Member first = pool.members().get(0);
        MemberSpec spec = new MemberSpec(first.spec().address(), 8080, weight, false, up, null, null, null);
        return new DesiredLoadBalancer(
                tree.id(),
                tree.vipAddresses(),
                tree.spec(),
                tree.listeners(),
                List.of(new DesiredLoadBalancer.Pool(
                        pool.id(),
                        pool.spec(),
                        List.of(
                                new DesiredLoadBalancer.Member(first.id(), spec),
                                pool.members().get(1)),
                        pool.healthMonitor())));
    }

    @Test
    void statusFollowsTheMembers() throws DeviceReadException {
        DesiredLoadBalancer tree = new TreeBuilder()
                .monitor(MonitorType.HTTP)
                .members("10.0.0.1", "10.0.0.2")
                .build();
        UUID pool = tree.pools().get(0).id();
        UUID member = tree.pools().get(0).members().get(0).id();
        apply(tree);
        assertThat(health(tree, member)).isEqualTo(OperatingStatus.ONLINE);
        simulator.member("10.0.0.1", false);
        assertThat(health(tree, member)).isEqualTo(OperatingStatus.ERROR);
        assertThat(health(tree, pool)).isEqualTo(OperatingStatus.DEGRADED);
        assertThat(health(tree, tree.id())).isEqualTo(OperatingStatus.DEGRADED);
        simulator.member("10.0.0.2", false);
        assertThat(health(tree, pool)).isEqualTo(OperatingStatus.ERROR);
        assertThat(health(tree, tree.listeners().get(0).id())).isEqualTo(OperatingStatus.ONLINE);
        simulator.member("10.0.0.1", true);
        simulator.member("10.0.0.2", true);
        assertThat(health(tree, tree.id())).isEqualTo(OperatingStatus.ONLINE);
    }

    @Test
    void drainedAndSwitchedOffMembersAreToldApart() throws DeviceReadException {
        DesiredLoadBalancer tree =
                new TreeBuilder().members("10.0.0.1", "10.0.0.2").build();
        UUID member = tree.pools().get(0).members().get(0).id();
        apply(tree);
        assertThat(health(tree, member)).isEqualTo(OperatingStatus.NO_MONITOR);
        apply(withFirstMember(tree, 0, true));
        assertThat(health(tree, member)).isEqualTo(OperatingStatus.DRAINING);
        apply(withFirstMember(tree, 1, false));
        assertThat(health(tree, member)).isEqualTo(OperatingStatus.OFFLINE);
        apply(withFirstMember(tree, 7, true));
        assertThat(health(tree, member)).isEqualTo(OperatingStatus.NO_MONITOR);
        assertThat(driver.observe(tree.id()).intact()).isTrue();
    }

    @Test
    void memberThatSomebodyElseHasBoundIsNoHindrance() throws DeviceReadException {
        DesiredLoadBalancer tree = new TreeBuilder().members("10.0.0.1").build();
        apply(tree);
        simulator.configure(
                "servicegroup_servicegroupmember_binding",
                Json.createObjectBuilder()
                        .add(
                                "servicegroupname",
                                simulator.rows("servicegroup").get(0).getString("servicegroupname"))
                        .add("ip", "10.0.0.9")
                        .add("port", 80)
                        .build());
        assertThat(health(tree, tree.pools().get(0).members().get(0).id())).isEqualTo(OperatingStatus.NO_MONITOR);
        assertThat(driver.observe(tree.id()).intact()).isFalse();
    }

    @Test
    void countersAreThoseOfTheListenerAndTheEpochChangesWithAStart() throws DeviceReadException {
        DesiredLoadBalancer tree = new TreeBuilder().build();
        UUID listener = tree.listeners().get(0).id();
        apply(tree);
        simulator.count(
                "lbaas_" + tree.id() + "_" + listener,
                Map.of("totalrequestbytes", 10L, "totalresponsebytes", 20L, "curclntconnections", 3L, "tothits", 4L));
        StatsBatch stats = driver.stats(List.of(tree.id()));
        assertThat(stats.byListener()).containsOnly(Map.entry(listener, new StatsBatch.Counters(10, 20, 3, 4, 0)));
        simulator.reboot();
        assertThat(driver.stats(List.of(tree.id())).epoch()).isNotEqualTo(stats.epoch());
    }

    @Test
    void numberOfCallsDoesNotGrowWithTheNumberOfLoadBalancers() throws DeviceReadException {
        List<DesiredLoadBalancer> trees =
                Stream.generate(() -> new TreeBuilder().build()).limit(10).toList();
        trees.forEach(this::apply);
        simulator.forgetRequests();
        List<UUID> ids = trees.stream().map(DesiredLoadBalancer::id).toList();
        assertThat(driver.health(ids).byObject()).hasSize(50);
        assertThat(driver.stats(ids).byListener()).hasSize(10);
        assertThat(simulator.requests()).hasSize(9);
    }
}
