package io.lbaas.driver.netscaler.device;

import io.lbaas.driver.netscaler.config.Names;
import io.lbaas.driver.netscaler.nitro.NitroClient;
import io.lbaas.driver.netscaler.nitro.NitroException;
import io.lbaas.driver.netscaler.nitro.Target;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Reads objects of many load balancers at once. */
final class Shown {
    private final NitroClient nitro;
    private final Instant deadline;

    Shown(NitroClient nitro, Instant deadline) {
        this.nitro = nitro;
        this.deadline = deadline;
    }

    /** The objects of a kind that are ours. */
    List<JsonObject> entities(String resource, String nameAttribute) throws NitroException {
        String target = Target.matching(resource, nameAttribute, "^" + Names.MARK);
        return nitro.list(resource, target, deadline);
    }

    /** The bindings of a kind, ours and others'. */
    List<JsonObject> bindings(String resource) throws NitroException {
        return nitro.list(resource, Target.allBindings(resource), deadline);
    }

    /** The counters of a kind, ours and others'. */
    List<JsonObject> counters(String resource) throws NitroException {
        return nitro.list(resource, Target.stat(resource), deadline);
    }

    /** Whether an object belongs to one of these load balancers. */
    static boolean of(JsonObject object, String nameAttribute, Collection<UUID> loadBalancers) {
        Set<UUID> wanted = Set.copyOf(loadBalancers);
        return Names.parse(object.getString(nameAttribute, ""))
                .filter(name -> wanted.contains(name.loadBalancer()))
                .isPresent();
    }

    static Names name(JsonObject object, String nameAttribute) {
        return Names.parse(object.getString(nameAttribute)).orElseThrow();
    }
}
