package io.lbaas.driver.contract.traffic;

import io.lbaas.driver.contract.TreeBuilder;
import io.lbaas.driver.spi.Change;
import io.lbaas.driver.spi.LoadBalancerDriver;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.DesiredLoadBalancer.HealthMonitor;
import io.lbaas.model.DesiredLoadBalancer.Listener;
import io.lbaas.model.DesiredLoadBalancer.Member;
import io.lbaas.model.DesiredLoadBalancer.Pool;
import io.lbaas.model.HealthMonitorSpec;
import io.lbaas.model.ListenerSpec;
import io.lbaas.model.MemberSpec;
import io.lbaas.model.MonitorType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Trees with members that exist. */
public final class Trees {
    private Trees() {}

    public static DesiredLoadBalancer of(UUID id, String vip, int port, Backend... backends) {
        return with(
                new TreeBuilder().id(id).vip(vip, port).build(),
                Arrays.stream(backends)
                        .map(backend -> member(backend.port(), 1, true))
                        .toList());
    }

    public static DesiredLoadBalancer with(DesiredLoadBalancer tree, List<Member> members) {
        Pool pool = tree.pools().get(0);
        return withPool(tree, new Pool(pool.id(), pool.spec(), members, pool.healthMonitor()));
    }

    /** Checked by TCP each second, down after one failure. */
    public static DesiredLoadBalancer checked(DesiredLoadBalancer tree) {
        Pool pool = tree.pools().get(0);
        HealthMonitorSpec spec = new HealthMonitorSpec(MonitorType.TCP, 1, 1, 1, 1, null, null, null, null, null, true);
        return withPool(
                tree, new Pool(pool.id(), pool.spec(), pool.members(), new HealthMonitor(UUID.randomUUID(), spec)));
    }

    public static DesiredLoadBalancer withPool(DesiredLoadBalancer tree, Pool pool) {
        return new DesiredLoadBalancer(tree.id(), tree.vipAddresses(), tree.spec(), tree.listeners(), List.of(pool));
    }

    /** A member of this host; its id follows from the port. */
    public static Member member(int port, int weight, boolean adminStateUp) {
        UUID id = UUID.nameUUIDFromBytes(Integer.toString(port).getBytes(StandardCharsets.UTF_8));
        return new Member(id, new MemberSpec("127.0.0.1", port, weight, false, adminStateUp, null, null, null));
    }

    public static Outcome apply(LoadBalancerDriver driver, DesiredLoadBalancer tree, long generation) {
        return driver.apply(List.of(change(tree, generation))).get(0);
    }

    public static Change change(DesiredLoadBalancer tree, long generation) {
        return new Change.Apply(tree, generation, Instant.now().plusSeconds(20));
    }

    /** The same load balancer with another form of its listener. */
    public static DesiredLoadBalancer withListener(DesiredLoadBalancer tree, UnaryOperator<ListenerSpec> change) {
        Listener listener = tree.listeners().get(0);
        return new DesiredLoadBalancer(
                tree.id(),
                tree.vipAddresses(),
                tree.spec(),
                List.of(new Listener(listener.id(), change.apply(listener.spec()), listener.l7Policies())),
                tree.pools());
    }

    /** Lets in only these sources, so many of them at once. */
    public static ListenerSpec limited(ListenerSpec spec, int connections, List<String> cidrs) {
        return new ListenerSpec(
                spec.protocol(),
                spec.protocolPort(),
                true,
                connections,
                spec.defaultPoolId(),
                spec.insertHeaders(),
                5_000,
                5_000,
                5_000,
                0,
                cidrs,
                spec.tls());
    }

    /** Adds headers to requests. */
    public static ListenerSpec inserting(ListenerSpec spec, Map<String, String> headers) {
        return new ListenerSpec(
                spec.protocol(),
                spec.protocolPort(),
                true,
                -1,
                spec.defaultPoolId(),
                headers,
                5_000,
                5_000,
                5_000,
                0,
                null,
                spec.tls());
    }
}
