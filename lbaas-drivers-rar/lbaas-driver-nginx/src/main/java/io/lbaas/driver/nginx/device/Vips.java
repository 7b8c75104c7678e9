package io.lbaas.driver.nginx.device;

import io.lbaas.driver.host.store.KnownObjects;
import io.lbaas.driver.host.vip.VipPlumbing;
import io.lbaas.driver.host.vip.VipReport;
import io.lbaas.driver.nginx.config.ConfigObjects;
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

/** Sees to it that the device has the addresses of its load balancers before nginx binds them, and no others of ours. */
final class Vips {
    private final VipPlumbing plumbing;
    private final KnownObjects<ConfigObjects> objects;

    Vips(VipPlumbing plumbing, KnownObjects<ConfigObjects> objects) {
        this.plumbing = plumbing;
        this.objects = objects;
    }

    /** Adds what steps need; the outcomes of those that cannot have it. */
    Map<Step, Outcome> add(List<Step> steps, Instant deadline) throws IOException, InterruptedException {
        if (!plumbing.active()) {
            return Map.of();
        }
        Set<InetAddress> needed = new HashSet<>();
        steps.forEach(step -> needed.addAll(step.addresses()));
        Map<InetAddress, String> failures = plumbing.add(needed, deadline);
        Map<Step, Outcome> refused = new HashMap<>();
        failures.forEach((address, words) -> steps.stream()
                .filter(step -> step.addresses().contains(address))
                .forEach(step -> refused.put(
                        step, lacking(step.change().loadBalancerId(), address.getHostAddress() + ": " + words))));
        return refused;
    }

    private static Outcome lacking(UUID loadBalancerId, String words) {
        return new Outcome.Failed(
                FailureKind.DEVICE_REFUSED,
                "",
                words,
                Map.of(new ObjectRef(ObjectType.LOAD_BALANCER, loadBalancerId), words),
                StateAfter.UNCHANGED);
    }

    /**
     * Makes the device have what the load balancers need that it has; what it does not get, in its words.
     *
     * @param again whose addresses the neighbours are told of again
     */
    Map<InetAddress, String> make(Set<UUID> again, Instant deadline) throws IOException, InterruptedException {
        return plumbing.active() ? plumbing.make(needed(objects.all()), needed(objects.of(again)), deadline) : Map.of();
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

    /** Whether the device has all addresses of a load balancer. */
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
