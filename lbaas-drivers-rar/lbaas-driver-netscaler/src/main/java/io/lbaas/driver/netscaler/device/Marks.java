package io.lbaas.driver.netscaler.device;

import io.lbaas.driver.netscaler.config.Names;
import io.lbaas.driver.netscaler.nitro.NitroClient;
import io.lbaas.driver.netscaler.nitro.NitroException;
import io.lbaas.driver.netscaler.nitro.Target;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The marks of all load balancers on an appliance: string maps that map nothing, with comments. Names of string maps
 * have no hyphens (<em>NetScaler command reference, policy stringmap</em>).
 */
final class Marks {
    /** The resource. */
    static final String RESOURCE = "policystringmap";

    private static final Pattern NAME =
            Pattern.compile(Names.MARK + "([0-9a-f]{8}(?:_[0-9a-f]{4}){3}_[0-9a-f]{12})", Pattern.CASE_INSENSITIVE);
    private final NitroClient nitro;
    private final Map<UUID, Mark> byLoadBalancer = new HashMap<>();

    private Marks(NitroClient nitro) {
        this.nitro = nitro;
    }

    static Marks read(NitroClient nitro, Instant deadline) throws NitroException {
        Marks marks = new Marks(nitro);
        for (JsonObject map : nitro.list(RESOURCE, Target.matching(RESOURCE, "name", "^" + Names.MARK), deadline)) {
            Matcher name = NAME.matcher(map.getString("name"));
            if (name.matches()) {
                // One that somebody scribbled over is that of a load balancer that nothing is known of.
                Mark mark = Mark.parse(map.getString("comment", "")).orElse(new Mark(Mark.State.APPLYING, 0, true, ""));
                marks.byLoadBalancer.put(UUID.fromString(name.group(1).replace('_', '-')), mark);
            }
        }
        return marks;
    }

    private static String name(UUID loadBalancer) {
        return Names.MARK + loadBalancer.toString().replace('-', '_');
    }

    Map<UUID, Mark> all() {
        return Map.copyOf(byLoadBalancer);
    }

    Optional<Mark> get(UUID loadBalancer) {
        return Optional.ofNullable(byLoadBalancer.get(loadBalancer));
    }

    void put(UUID loadBalancer, Mark mark, Instant deadline) throws NitroException {
        String name = name(loadBalancer);
        JsonObject map = Json.createObjectBuilder()
                .add("name", name)
                .add("comment", mark.comment())
                .build();
        if (byLoadBalancer.containsKey(loadBalancer)) {
            nitro.send("PUT", Target.config(RESOURCE, name), RESOURCE, map, deadline);
        } else {
            nitro.send("POST", Target.config(RESOURCE), RESOURCE, map, deadline);
        }
        byLoadBalancer.put(loadBalancer, mark);
    }

    void delete(UUID loadBalancer, Instant deadline) throws NitroException {
        nitro.delete(Target.config(RESOURCE, name(loadBalancer)), deadline);
        byLoadBalancer.remove(loadBalancer);
    }
}
