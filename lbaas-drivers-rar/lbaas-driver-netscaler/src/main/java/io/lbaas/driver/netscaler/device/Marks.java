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

/** The marks of all load balancers on an appliance: string maps that map nothing, with comments. */
final class Marks {
    private static final String RESOURCE = "policystringmap";
    private final NitroClient nitro;
    private final Map<UUID, Mark> byLoadBalancer = new HashMap<>();

    private Marks(NitroClient nitro) {
        this.nitro = nitro;
    }

    static Marks read(NitroClient nitro, Instant deadline) throws NitroException {
        Marks marks = new Marks(nitro);
        for (JsonObject map : nitro.list(RESOURCE, Target.matching(RESOURCE, "name", "^" + Names.MARK), deadline)) {
            Names.parse(map.getString("name"))
                    .filter(name -> name.object() == null && name.part().isEmpty())
                    // One that somebody scribbled over is that of a load balancer that nothing is known of.
                    .ifPresent(name -> marks.byLoadBalancer.put(
                            name.loadBalancer(),
                            Mark.parse(map.getString("comment", ""))
                                    .orElse(new Mark(Mark.State.APPLYING, 0, true, ""))));
        }
        return marks;
    }

    Map<UUID, Mark> all() {
        return Map.copyOf(byLoadBalancer);
    }

    Optional<Mark> get(UUID loadBalancer) {
        return Optional.ofNullable(byLoadBalancer.get(loadBalancer));
    }

    void put(UUID loadBalancer, Mark mark, Instant deadline) throws NitroException {
        String name = Names.of(loadBalancer);
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
        nitro.delete(Target.config(RESOURCE, Names.of(loadBalancer)), deadline);
        byLoadBalancer.remove(loadBalancer);
    }
}
