package io.lbaas.plugin.place;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.spi.Capabilities;
import io.lbaas.model.Algorithm;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.L7Action;
import io.lbaas.model.ListenerProtocol;
import io.lbaas.model.ListenerSpec;
import io.lbaas.model.LoadBalancerSpec;
import io.lbaas.model.MonitorType;
import io.lbaas.model.PoolProtocol;
import io.lbaas.plugin.Postgres;
import io.lbaas.plugin.Samples;
import io.lbaas.plugin.api.Inventory.DeviceDescription;
import io.lbaas.plugin.api.Inventory.DeviceState;
import io.lbaas.plugin.entity.Device;
import io.lbaas.plugin.entity.LoadBalancer;
import io.lbaas.plugin.rule.PlacementHints;
import io.lbaas.plugin.rule.ProfileData;
import io.lbaas.plugin.store.DeviceRooms;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Only a device that can do all that is wanted is the first place of a load balancer, or the next. */
class SuitabilityTest {

    private static final UUID SUBNET = UUID.randomUUID();

    private final Site site = new Site();
    private final UUID gold = site.flavor("{}", true);

    @ParameterizedTest
    @MethodSource
    void aDeviceThatCannotDoWhatIsAskedForIsLeftOut(String what, DesiredLoadBalancer content, Capabilities lacking) {
        Device able = Site.device(description(site.driver(), DeviceState.ENABLED, List.of(), null, List.of()));
        Device unable =
                Site.device(description(site.driver(), DeviceState.ENABLED, List.of(), null, List.of()), lacking);
        Postgres.inTransaction(session -> new DeviceRooms(session).take(able.id()));

        var demand = new Demand(site.driver(), null, PlacementHints.of(ProfileData.NONE));
        assertThat(site.place(session -> demand, Site.in(SUBNET)).deviceId())
                .as("the emptier one takes what both can do")
                .isEqualTo(unable.id());
        Postgres.inTransaction(session -> new DeviceRooms(session).take(able.id()));
        assertThat(site.place(session -> demand.of(content), Site.in(SUBNET)).deviceId())
                .isEqualTo(able.id());
    }

    static Stream<Arguments> aDeviceThatCannotDoWhatIsAskedForIsLeftOut() {
        Capabilities all = Samples.ALL;
        return Stream.of(
                Arguments.of("UDP", tree(ListenerProtocol.UDP), without(ListenerProtocol.UDP)),
                Arguments.of("SCTP", tree(ListenerProtocol.SCTP), without(ListenerProtocol.SCTP)),
                Arguments.of(
                        "termination of TLS",
                        tree(ListenerProtocol.TERMINATED_HTTPS),
                        without(ListenerProtocol.TERMINATED_HTTPS)),
                Arguments.of(
                        "L7 policies",
                        tree(
                                Samples.listener(ListenerProtocol.HTTP, 80),
                                List.of(new DesiredLoadBalancer.L7Policy(
                                        UUID.randomUUID(), Samples.policy(L7Action.REJECT), List.of()))),
                        capable(all.listenerProtocols(), all.algorithms(), all.monitorTypes(), Capabilities.L7.NONE)),
                Arguments.of(
                        "the algorithm",
                        tree(ListenerProtocol.HTTP),
                        capable(
                                all.listenerProtocols(),
                                except(Algorithm.values(), Algorithm.ROUND_ROBIN),
                                all.monitorTypes(),
                                all.l7())),
                Arguments.of(
                        "the monitor",
                        tree(ListenerProtocol.HTTP),
                        capable(
                                all.listenerProtocols(),
                                all.algorithms(),
                                except(MonitorType.values(), MonitorType.PING),
                                all.l7())));
    }

    @Test
    void whatIsAgainstADeviceIsSaidInWords() {
        String driver = site.driver();
        LoadBalancer root = site.place(Site.in(home())).root();
        Device home = Postgres.inTransaction(session -> session.find(Device.class, root.deviceId()));

        assertThat(lack(root, home)).isEqualTo("the load balancer is there already");
        assertThat(lack(root, new Site().device(10))).isEqualTo("is of another provider");
        assertThat(lack(root, device(driver, DeviceState.DRAINING, List.of(), "east", List.of(gold))))
                .isEqualTo("takes no load balancers at present");
        assertThat(lack(root, device(driver, DeviceState.ENABLED, List.of(Site.subnet("10.78.1.0/24")), "east", gold)))
                .isEqualTo("does not serve the subnets of the VIPs");
        assertThat(lack(root, device(driver, DeviceState.ENABLED, List.of(), "east", site.flavor("{}", true))))
                .isEqualTo("does not take load balancers of the flavor");
        assertThat(lack(root, device(driver, DeviceState.ENABLED, List.of(), "west", gold)))
                .isEqualTo("is not in the availability zone");
        assertThat(lack(
                        root,
                        Site.device(
                                description(driver, DeviceState.ENABLED, List.of(), "east", List.of(gold)),
                                without(ListenerProtocol.UDP))))
                .isEqualTo("cannot do all that the load balancer needs");
        assertThat(lack(root, device(driver, DeviceState.ENABLED, List.of(), "east", gold)))
                .isEqualTo("has an address of the load balancer in use");
    }

    private UUID home() {
        site.device(10);
        return SUBNET;
    }

    /** What is against a device where the addresses are in use wherever it is. */
    private String lack(LoadBalancer root, Device device) {
        var hints = PlacementHints.of(ProfileData.parse("data", "{\"compute_zone\": \"east\"}"));
        var demand = new Demand(site.driver(), gold, hints).of(tree(ListenerProtocol.UDP));
        return new Suitability(root, demand, false, one -> false).lack(device).orElseThrow();
    }

    private static Device device(String driver, DeviceState state, List<UUID> subnets, String zone, UUID flavor) {
        return device(driver, state, subnets, zone, List.of(flavor));
    }

    private static Device device(
            String driver, DeviceState state, List<UUID> subnets, String zone, List<UUID> flavors) {
        return Site.device(description(driver, state, subnets, zone, flavors));
    }

    private static DeviceDescription description(
            String driver, DeviceState state, List<UUID> subnets, String zone, List<UUID> flavors) {
        return new DeviceDescription(
                UUID.randomUUID().toString(), driver, Map.of(), 100, state, subnets, zone, flavors, null);
    }

    private static DesiredLoadBalancer tree(ListenerProtocol protocol) {
        return tree(Samples.listener(protocol, 80), List.of());
    }

    private static DesiredLoadBalancer tree(ListenerSpec listener, List<DesiredLoadBalancer.L7Policy> policies) {
        var monitor = new DesiredLoadBalancer.HealthMonitor(UUID.randomUUID(), Samples.monitor(MonitorType.PING));
        return new DesiredLoadBalancer(
                UUID.randomUUID(),
                List.of(),
                new LoadBalancerSpec(true),
                List.of(new DesiredLoadBalancer.Listener(UUID.randomUUID(), listener, policies)),
                List.of(new DesiredLoadBalancer.Pool(
                        UUID.randomUUID(), Samples.pool(PoolProtocol.HTTP), List.of(), monitor)));
    }

    private static Capabilities without(ListenerProtocol protocol) {
        Capabilities all = Samples.ALL;
        return capable(except(ListenerProtocol.values(), protocol), all.algorithms(), all.monitorTypes(), all.l7());
    }

    private static Capabilities capable(
            Set<ListenerProtocol> listeners, Set<Algorithm> algorithms, Set<MonitorType> monitors, Capabilities.L7 l7) {
        Capabilities all = Samples.ALL;
        return new Capabilities(
                listeners, all.poolProtocols(), algorithms, all.persistenceTypes(), monitors, l7, all.tls(), true);
    }

    private static <T> Set<T> except(T[] all, T one) {
        Set<T> others = new HashSet<>(Arrays.asList(all));
        others.remove(one);
        return others;
    }
}
