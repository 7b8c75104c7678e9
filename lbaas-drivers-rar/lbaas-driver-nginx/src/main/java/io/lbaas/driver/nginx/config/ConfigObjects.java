package io.lbaas.driver.nginx.config;

import io.lbaas.driver.spi.IpLiteral;
import io.lbaas.model.OperatingStatus;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a load balancer's configuration says of its objects, in comments.
 *
 * @param listeners those in service, with the addresses and ports that they have
 * @param statuses of all objects that have one, while nginx runs
 */
public record ConfigObjects(Map<UUID, List<String>> listeners, Map<UUID, OperatingStatus> statuses) {
    static final String LISTENER = "listener";

    /** Reads them from configuration of our own. */
    public static ConfigObjects of(List<String> lines) {
        ConfigObjects objects = new ConfigObjects(new HashMap<>(), new HashMap<>());
        lines.stream()
                .takeWhile(line -> line.startsWith("# "))
                .map(line -> line.split(" "))
                .forEach(objects::add);
        return objects;
    }

    private void add(String... words) {
        UUID id = UUID.fromString(words[2]);
        if (words[1].equals(LISTENER)) {
            listeners.put(id, Arrays.asList(words).subList(3, words.length));
        } else {
            statuses.put(id, OperatingStatus.valueOf(words[1]));
        }
    }

    /** The addresses that listeners have. */
    public Set<InetAddress> addresses() {
        return listeners.values().stream()
                .flatMap(List::stream)
                .map(endpoint ->
                        endpoint.substring(0, endpoint.lastIndexOf(':')).replaceAll("[\\[\\]]", ""))
                .map(IpLiteral::parse)
                .collect(Collectors.toSet());
    }
}
