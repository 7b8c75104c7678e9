package io.lbaas.driver.netscaler.config;

import io.lbaas.model.Algorithm;
import io.lbaas.model.AlpnProtocol;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.DesiredLoadBalancer.Listener;
import io.lbaas.model.DesiredLoadBalancer.Pool;
import io.lbaas.model.ListenerSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Maps listeners: a load balancing server for each VIP address, or with L7 policies a content switching server for each,
 * before a load balancing server for each pool.
 */
final class ListenerMapper {
    private static final Map<Algorithm, String> METHODS = Map.of(
            Algorithm.ROUND_ROBIN, "ROUNDROBIN",
            Algorithm.LEAST_CONNECTIONS, "LEASTCONNECTION",
            Algorithm.SOURCE_IP, "SOURCEIPHASH",
            Algorithm.SOURCE_IP_PORT, "SRCIPSRCPORTHASH");

    /** Of a server that only content switching reaches. */
    private static final String NO_ADDRESS = "0.0.0.0";

    private final DesiredLoadBalancer tree;
    private final Config config;
    private final PoolMapper pools;
    private final TlsMapper tls;

    ListenerMapper(DesiredLoadBalancer tree, Config config, PoolMapper pools, TlsMapper tls) {
        this.tree = tree;
        this.config = config;
        this.pools = pools;
        this.tls = tls;
    }

    void map(Listener listener) {
        boolean switching = !listener.l7Policies().isEmpty();
        if (switching) {
            for (UUID id : listener.poolIds()) {
                tree.pool(id).ifPresent(pool -> {
                    String name = PolicyMapper.target(tree.id(), listener, id);
                    List<Object> fixed = fixed(listener, NO_ADDRESS, 0);
                    balancing(listener, pool, name, target(fixed));
                });
            }
        }
        for (int i = 0; i < tree.vipAddresses().size(); i++) {
            String name =
                    i == 0 ? Names.of(tree.id(), listener.id()) : Names.of(tree.id(), listener.id(), "vip" + (i + 1));
            String vip = tree.vipAddresses().get(i);
            List<Object> fixed = fixed(listener, vip, listener.spec().protocolPort());
            fixed.addAll(front(listener, vip));
            if (switching) {
                switching(listener, name, fixed);
            } else {
                Pool pool = Optional.ofNullable(listener.spec().defaultPoolId())
                        .flatMap(tree::pool)
                        .orElse(null);
                balancing(listener, pool, name, fixed);
            }
            headers(listener, name, vip, switching);
            if (ServiceType.of(listener) == ServiceType.SSL) {
                tls.server(name, listener.spec().tls());
            }
        }
    }

    private void switching(Listener listener, String name, List<Object> attributes) {
        attributes.addAll(List.of("name", name));
        config.add(NitroType.CS_SERVER, attributes.toArray());
        new PolicyMapper(tree, config).map(listener, name);
        if (listener.spec().defaultPoolId() != null
                && tree.pool(listener.spec().defaultPoolId()).isPresent()) {
            String target =
                    PolicyMapper.target(tree.id(), listener, listener.spec().defaultPoolId());
            config.add(NitroType.CS_SERVER_DEFAULT, "name", name, "lbvserver", target);
        }
    }

    /** A load balancing server, with one more for backup members, which comes first because it is referred to. */
    private void balancing(Listener listener, Pool pool, String name, List<Object> attributes) {
        List<Object> all = new ArrayList<>(attributes);
        all.addAll(balancing(pool));
        if (pool != null && PoolMapper.hasBackups(pool)) {
            String backup = name + "_backup";
            List<Object> second = target(fixed(listener, NO_ADDRESS, 0));
            second.addAll(balancing(pool));
            server(listener, pool, backup, second, true);
            all.addAll(List.of("backupvserver", backup));
        }
        server(listener, pool, name, all, false);
    }

    private void server(Listener listener, Pool pool, String name, List<Object> attributes, boolean backup) {
        attributes.addAll(List.of("name", name));
        config.add(NitroType.LB_SERVER, attributes.toArray());
        if (pool != null) {
            String group = pools.group(pool, ServiceType.of(listener, pool), backup);
            config.add(NitroType.LB_SERVER_SERVICE_GROUP, "name", name, "servicegroupname", group);
        }
    }

    private List<Object> fixed(Listener listener, String address, int port) {
        ListenerSpec spec = listener.spec();
        return new ArrayList<>(List.of(
                "servicetype", ServiceType.of(listener),
                "ipv46", address,
                "port", port,
                "clttimeout", LoadBalancerMapper.seconds(spec.timeoutClientData()),
                "state", TlsMapper.enabled(tree.spec().adminStateUp() && spec.adminStateUp())));
    }

    /** TLS ends before what is not reached by clients. */
    private static List<Object> target(List<Object> fixed) {
        fixed.replaceAll(value -> value == ServiceType.SSL ? ServiceType.HTTP : value);
        return fixed;
    }

    /** What only a server that clients reach has. */
    private List<Object> front(Listener listener, String vip) {
        ListenerSpec spec = listener.spec();
        List<Object> pairs = new ArrayList<>();
        if (spec.allowedCidrs() != null && !spec.allowedCidrs().isEmpty()) {
            pairs.addAll(List.of("listenpolicy", AllowedSources.map(vip, spec.allowedCidrs())));
        }
        if (spec.connectionLimit() > 0) {
            pairs.addAll(
                    List.of("somethod", "CONNECTION", "sothreshold", spec.connectionLimit(), "sobackupaction", "DROP"));
        }
        List<AlpnProtocol> alpn = spec.tls().alpnProtocols();
        if (alpn != null && alpn.contains(AlpnProtocol.HTTP_2)) {
            String profile = Names.of(tree.id(), "http2");
            config.add(NitroType.HTTP_PROFILE, "name", profile, "http2", "ENABLED");
            pairs.addAll(List.of("httpprofilename", profile));
        }
        return pairs;
    }

    private static List<Object> balancing(Pool pool) {
        List<Object> pairs = new ArrayList<>(PersistenceMapper.map(pool));
        Algorithm algorithm = pool == null ? Algorithm.ROUND_ROBIN : pool.spec().lbAlgorithm();
        pairs.addAll(List.of("lbmethod", METHODS.get(algorithm)));
        return pairs;
    }

    private void headers(Listener listener, String server, String vip, boolean switching) {
        NitroType binding = switching ? NitroType.CS_SERVER_REWRITE : NitroType.LB_SERVER_REWRITE;
        List<String> policies = new ArrayList<>();
        listener.spec().insertHeaders().forEach((name, on) -> {
            if (Boolean.parseBoolean(on)) {
                InsertHeader header = InsertHeader.of(name);
                if (!header.appended()) {
                    policies.add(header.delete(config, tree.id()));
                }
                policies.add(header.insert(config, tree.id(), ServiceType.of(listener), vip));
            }
        });
        for (int i = 0; i < policies.size(); i++) {
            config.add(
                    binding,
                    "name",
                    server,
                    "policyname",
                    policies.get(i),
                    "priority",
                    (i + 1) * PolicyMapper.STEP,
                    "bindpoint",
                    "REQUEST",
                    "gotopriorityexpression",
                    "NEXT");
        }
    }
}
