package io.lbaas.driver.haproxy.device;

import io.lbaas.driver.haproxy.config.ConfigObjects;
import io.lbaas.driver.host.store.KnownObjects;
import io.lbaas.driver.host.vip.VipPlumbing;
import io.lbaas.driver.host.vip.VipReport;
import io.lbaas.driver.spi.FailureKind;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.driver.spi.StateAfter;
import io.lbaas.model.ObjectRef;
import io.lbaas.model.ObjectType;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Sees to it that the device has the addresses that its load balancers bind. */
final class Vips {
    private final VipPlumbing plumbing;
    private final KnownObjects<ConfigObjects> objects;

    Vips(VipPlumbing plumbing, KnownObjects<ConfigObjects> objects) {
        this.plumbing = plumbing;
        this.objects = objects;
    }

    /**
     * Makes it so; the load balancers that do not have all of their addresses then, with the device's words.
     *
     * @param again whose addresses the neighbours are told of again
     */
    Map<UUID, String> make(Set<UUID> again, Instant deadline) throws IOException, InterruptedException {
        if (!plumbing.active()) {
            return Map.of();
        }
        Map<UUID, ConfigObjects> known = objects.all();
        Map<InetAddress, String> missing = plumbing.make(needed(known), needed(objects.of(again)), deadline);
        Map<UUID, String> without = new HashMap<>();
        missing.forEach((address, words) -> known.forEach((id, one) -> {
            if (one.addresses().contains(address)) {
                without.merge(id, address.getHostAddress() + ": " + words, (some, more) -> some + "; " + more);
            }
        }));
        return without;
    }

    /**
     * Takes away what only these load balancers need, before they are removed: who still looks for them here is not
     * refused then, and asks again where they are now.
     */
    void leave(List<Step> removals, Instant deadline) throws IOException, InterruptedException {
        if (plumbing.active() && !removals.isEmpty()) {
            Map<UUID, ConfigObjects> staying = new HashMap<>(objects.all());
            Map<UUID, ConfigObjects> leaving = new HashMap<>();
            removals.stream()
                    .map(step -> step.change().loadBalancerId())
                    .filter(staying::containsKey)
                    .forEach(id -> leaving.put(id, staying.remove(id)));
            Set<InetAddress> unwanted = new HashSet<>(needed(leaving));
            unwanted.removeAll(needed(staying));
            plumbing.remove(unwanted, deadline);
        }
    }

    /** Puts back what a host has lost that was started again; what it does not get, in its words. */
    Map<InetAddress, String> restore(Instant deadline) throws IOException, InterruptedException {
        return plumbing.active() ? plumbing.restore(needed(objects.all()), deadline) : Map.of();
    }

    private static Set<InetAddress> needed(Map<UUID, ConfigObjects> known) {
        return known.values().stream().flatMap(one -> one.addresses().stream()).collect(Collectors.toSet());
    }

    /** The failure of a change whose load balancer lacks addresses; its configuration is in force all the same. */
    static Outcome lacking(UUID loadBalancerId, String words) {
        return new Outcome.Failed(
                FailureKind.DEVICE_REFUSED,
                "",
                words,
                Map.of(new ObjectRef(ObjectType.LOAD_BALANCER, loadBalancerId), words),
                StateAfter.PARTIAL);
    }

    /** Whether the device has all addresses that a load balancer binds. */
    boolean hold(UUID loadBalancerId, Instant deadline) throws IOException, InterruptedException {
        if (!plumbing.active()) {
            return true;
        }
        ConfigObjects one = objects.of(List.of(loadBalancerId)).get(loadBalancerId);
        return one == null || plumbing.missing(one.addresses(), deadline).isEmpty();
    }

    /** Finds what the device lacks for VIPs. */
    VipReport check(Instant deadline) throws IOException, InterruptedException {
        return plumbing.check(deadline);
    }
}
