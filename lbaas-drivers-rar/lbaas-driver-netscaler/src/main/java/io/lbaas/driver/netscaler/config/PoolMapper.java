package io.lbaas.driver.netscaler.config;

import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.DesiredLoadBalancer.Listener;
import io.lbaas.model.DesiredLoadBalancer.Member;
import io.lbaas.model.DesiredLoadBalancer.Pool;
import io.lbaas.model.MemberSpec;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Maps pools: a service group for each way in which the members are spoken to, and one more for backup members. */
final class PoolMapper {
    private static final int MAX_WEIGHT = 100;
    private static final int DEFAULT_TIMEOUT = 50_000;
    private final DesiredLoadBalancer tree;
    private final Config config;
    private final TlsMapper tls;

    PoolMapper(DesiredLoadBalancer tree, Config config, TlsMapper tls) {
        this.tree = tree;
        this.config = config;
        this.tls = tls;
    }

    static boolean hasBackups(Pool pool) {
        return pool.members().stream().anyMatch(member -> member.spec().backup());
    }

    /** The name of the service group of a pool's members or backup members. */
    String group(Pool pool, ServiceType type, boolean backup) {
        return Names.of(tree.id(), pool.id(), backup ? type + "_backup" : type);
    }

    void map(Pool pool) {
        Map<ServiceType, Integer> timeouts = new TreeMap<>();
        tree.listeners().stream()
                .filter(listener -> listener.poolIds().contains(pool.id()))
                .forEach(listener -> timeouts.merge(ServiceType.of(listener, pool), timeout(listener), Math::max));
        if (timeouts.isEmpty()) {
            timeouts.put(ServiceType.of(pool), DEFAULT_TIMEOUT);
        }
        timeouts.forEach((type, timeout) -> {
            group(pool, type, timeout, false);
            if (hasBackups(pool)) {
                group(pool, type, timeout, true);
            }
        });
    }

    private static int timeout(Listener listener) {
        return listener.spec().timeoutMemberData();
    }

    private void group(Pool pool, ServiceType type, int timeout, boolean backup) {
        String name = group(pool, type, backup);
        boolean monitored = MonitorMapper.monitored(pool);
        config.add(
                NitroType.SERVICE_GROUP,
                "servicegroupname",
                name,
                "servicetype",
                type,
                "svrtimeout",
                LoadBalancerMapper.seconds(timeout),
                "healthmonitor",
                TlsMapper.yes(monitored),
                "state",
                TlsMapper.enabled(tree.spec().adminStateUp() && pool.spec().adminStateUp()));
        pool.members().stream()
                .filter(member -> member.spec().backup() == backup)
                .forEach(member -> member(name, member, heaviest(pool.members())));
        if (monitored) {
            config.add(
                    NitroType.SERVICE_GROUP_MONITOR,
                    "servicegroupname",
                    name,
                    "monitor_name",
                    MonitorMapper.map(config, tree.id(), pool));
        }
        if (type == ServiceType.SSL) {
            tls.group(name, pool.spec().tls());
        }
    }

    private static int heaviest(List<Member> members) {
        OptionalInt heaviest =
                members.stream().mapToInt(member -> member.spec().weight()).max();
        return Math.max(MAX_WEIGHT, heaviest.orElse(0));
    }

    /** A weight of 0 lets connections end and takes no new ones. */
    private void member(String group, Member member, int heaviest) {
        MemberSpec spec = member.spec();
        boolean drained = spec.adminStateUp() && spec.weight() == 0;
        config.add(
                NitroType.MEMBER,
                "servicegroupname",
                group,
                "ip",
                spec.address(),
                "port",
                spec.protocolPort(),
                "weight",
                Math.max(1, Math.round((float) spec.weight() * MAX_WEIGHT / heaviest)),
                "customserverid",
                member.id(),
                "state",
                TlsMapper.enabled(spec.adminStateUp() && !drained),
                "graceful",
                TlsMapper.yes(drained));
    }
}
