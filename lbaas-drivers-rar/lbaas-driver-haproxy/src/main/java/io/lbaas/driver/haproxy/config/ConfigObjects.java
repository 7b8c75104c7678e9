package io.lbaas.driver.haproxy.config;

import io.lbaas.driver.spi.IpLiteral;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.DesiredLoadBalancer.Listener;
import io.lbaas.model.DesiredLoadBalancer.Member;
import io.lbaas.model.OperatingStatus;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What of a load balancer its configuration names.
 *
 * @param frontends listeners in service
 * @param backends names of the form {@code pool:listener}
 * @param servers members in service
 * @param addresses that it binds
 * @param others objects that HAProxy was not given, with their status
 */
public record ConfigObjects(
        Set<UUID> frontends,
        Set<String> backends,
        Set<UUID> servers,
        Set<InetAddress> addresses,
        Map<UUID, OperatingStatus> others) {

    /** Reads them from configuration of our own. */
    public static ConfigObjects of(List<String> lines) {
        ConfigObjects objects =
                new ConfigObjects(new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashMap<>());
        for (String line : lines) {
            String[] words = line.strip().split(" ", 3);
            switch (words[0]) {
                case "frontend" -> objects.frontends.add(UUID.fromString(words[1]));
                case "backend" -> objects.backends.add(words[1]);
                case "server" -> objects.servers.add(UUID.fromString(words[1]));
                case "bind" -> objects.addresses.add(address(words[1]));
                case "#" -> objects.others.put(UUID.fromString(words[2]), OperatingStatus.valueOf(words[1]));
                default -> {
                    // Names no object.
                }
            }
        }
        return objects;
    }

    private static InetAddress address(String endpoint) {
        return IpLiteral.parse(endpoint.substring(0, endpoint.lastIndexOf(':')).replaceAll("[\\[\\]]", ""));
    }

    /** The name of the backend through which a listener uses a pool. */
    static Word backend(Listener listener, UUID poolId) {
        return Word.literal(poolId + ":" + listener.id());
    }

    /** The pool of a backend. */
    public static UUID poolOf(String backend) {
        return UUID.fromString(backend.substring(0, backend.indexOf(':')));
    }

    /** All objects that have an operating status. */
    static Stream<UUID> idsOf(DesiredLoadBalancer tree) {
        Stream<UUID> listeners = tree.listeners().stream().map(Listener::id);
        Stream<UUID> pools = tree.pools().stream()
                .flatMap(pool -> Stream.concat(
                        Stream.of(pool.id()), pool.members().stream().map(Member::id)));
        return Stream.concat(Stream.of(tree.id()), Stream.concat(listeners, pools));
    }
}
