package io.lbaas.driver.haproxy;

import io.lbaas.driver.contract.TreeBuilder;
import io.lbaas.driver.contract.traffic.Trees;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.DesiredLoadBalancer.HealthMonitor;
import io.lbaas.model.DesiredLoadBalancer.Listener;
import io.lbaas.model.DesiredLoadBalancer.Member;
import io.lbaas.model.DesiredLoadBalancer.Pool;
import io.lbaas.model.HealthMonitorSpec;
import io.lbaas.model.MemberSpec;
import io.lbaas.model.MonitorType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The load balancers that are measured. */
final class BenchTrees {
    static final int PORT = 21_000;
    /** Where somebody accepts connections, for the checks. */
    static final int MEMBER = 20_999;

    private static final int MEMBERS = 4;
    private static final int PER_ADDRESS = 100;

    private BenchTrees() {}

    /** One of many: two listeners, two pools, eight members that are checked each five seconds. */
    static DesiredLoadBalancer of(int number) {
        DesiredLoadBalancer one = part(number, "one", PORT + 1 + 2 * (number % PER_ADDRESS));
        DesiredLoadBalancer two = part(number, "two", PORT + 2 + 2 * (number % PER_ADDRESS));
        return new DesiredLoadBalancer(
                one.id(),
                one.vipAddresses(),
                one.spec(),
                List.of(one.listeners().get(0), two.listeners().get(0)),
                List.of(one.pools().get(0), two.pools().get(0)));
    }

    private static DesiredLoadBalancer part(int number, String name, int port) {
        DesiredLoadBalancer tree = new TreeBuilder()
                .id(id(number + name))
                .vip("127.20.0." + (1 + number / PER_ADDRESS), port)
                .build();
        HealthMonitorSpec check =
                new HealthMonitorSpec(MonitorType.TCP, 5, 2, 2, 2, null, null, null, null, null, true);
        Pool pool = tree.pools().get(0);
        return Trees.withPool(
                tree,
                new Pool(
                        pool.id(),
                        pool.spec(),
                        members(number + name, 1),
                        new HealthMonitor(id(number + name + "hm"), check)));
    }

    private static List<Member> members(String name, int weight) {
        return IntStream.range(0, MEMBERS)
                .mapToObj(i -> new Member(
                        id(name + i), new MemberSpec("127.0.0.1", MEMBER, weight, false, true, null, null, null)))
                .toList();
    }

    static DesiredLoadBalancer weighted(DesiredLoadBalancer tree, int weight) {
        return withMembers(
                tree,
                tree.pools().get(0).members().stream()
                        .map(member -> new Member(
                                member.id(),
                                new MemberSpec("127.0.0.1", MEMBER, weight, false, true, null, null, null)))
                        .toList());
    }

    static DesiredLoadBalancer withoutMembers(DesiredLoadBalancer tree) {
        return withMembers(tree, List.of());
    }

    private static DesiredLoadBalancer withMembers(DesiredLoadBalancer tree, List<Member> members) {
        Pool pool = tree.pools().get(0);
        return new DesiredLoadBalancer(
                tree.id(),
                tree.vipAddresses(),
                tree.spec(),
                tree.listeners(),
                List.of(
                        new Pool(pool.id(), pool.spec(), members, pool.healthMonitor()),
                        tree.pools().get(1)));
    }

    /** The same with more listeners, on an address of their own. */
    static DesiredLoadBalancer withListeners(DesiredLoadBalancer tree, int number, int more) {
        Stream<Listener> fresh = IntStream.range(0, more)
                .mapToObj(i -> new TreeBuilder()
                        .id(id(number + "more" + i))
                        .vip("127.20.0.1", PORT + 300 + i)
                        .build()
                        .listeners()
                        .get(0))
                .map(listener -> new Listener(
                        listener.id(),
                        listener.spec().withDefaultPool(tree.pools().get(0).id()),
                        List.of()));
        return new DesiredLoadBalancer(
                tree.id(),
                tree.vipAddresses(),
                tree.spec(),
                Stream.concat(tree.listeners().stream(), fresh).toList(),
                tree.pools());
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
