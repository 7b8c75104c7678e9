package io.lbaas.driver.host.vip;

import io.lbaas.driver.host.store.KnownObjects;
import io.lbaas.driver.spi.FailureKind;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.driver.spi.StateAfter;
import io.lbaas.model.ObjectRef;
import io.lbaas.model.ObjectType;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Sees to it that a device has the addresses that its load balancers bind, and no others of ours.
 *
 * @param <T> what one load balancer's configuration names
 */
public final class DeviceVips<T> {
    private final VipPlumbing plumbing;
    private final KnownObjects<T> objects;
    private final Function<T, Set<InetAddress>> addresses;

    /** Those of a device, by what tells the addresses that a configuration names. */
    public DeviceVips(VipPlumbing plumbing, KnownObjects<T> objects, Function<T, Set<InetAddress>> addresses) {
        this.plumbing = plumbing;
        this.objects = objects;
        this.addresses = addresses;
    }

    /** Adds addresses that load balancers are about to bind; what it does not get, in its words. */
    public Map<InetAddress, String> add(Set<InetAddress> needed, Instant deadline)
            throws IOException, InterruptedException {
        return plumbing.add(needed, deadline);
    }

    /**
     * Makes the device have what its load balancers need; what it does not get, in its words.
     *
     * @param again whose addresses the neighbours are told of again
     */
    public Map<InetAddress, String> make(Set<UUID> again, Instant deadline) throws IOException, InterruptedException {
        return plumbing.active() ? plumbing.make(needed(objects.all()), needed(objects.of(again)), deadline) : Map.of();
    }

    /**
     * Takes away what only these load balancers need, before they are removed: who still looks for them here is not
     * refused then, and asks again where they are now.
     */
    public void leave(Set<UUID> removals, Instant deadline) throws IOException, InterruptedException {
        if (plumbing.active() && !removals.isEmpty()) {
            Map<UUID, T> staying = objects.all();
            staying.keySet().removeAll(removals);
            Set<InetAddress> unwanted = needed(objects.of(removals));
            unwanted.removeAll(needed(staying));
            plumbing.remove(unwanted, deadline);
        }
    }

    /** Puts back what a host has lost that was started again; what it does not get, in its words. */
    public Map<InetAddress, String> restore(Instant deadline) throws IOException, InterruptedException {
        return plumbing.active() ? plumbing.restore(needed(objects.all()), deadline) : Map.of();
    }

    /** Whether the device has all addresses of a load balancer. */
    public boolean hold(UUID loadBalancerId, Instant deadline) throws IOException, InterruptedException {
        return !plumbing.active()
                || plumbing.missing(of(loadBalancerId), deadline).isEmpty();
    }

    /** Finds what the device lacks for VIPs. */
    public VipReport check(Instant deadline) throws IOException, InterruptedException {
        return plumbing.check(deadline);
    }

    /** The addresses of a load balancer that the device has. */
    public Set<InetAddress> of(UUID loadBalancerId) throws IOException {
        return needed(objects.of(List.of(loadBalancerId)));
    }

    /**
     * The failure of a change whose load balancer lacks addresses; nothing where it has all that it needs.
     *
     * @param missing what the device does not have, in its words
     */
    public static Optional<Outcome> lacking(
            UUID loadBalancerId, Set<InetAddress> needed, Map<InetAddress, String> missing, StateAfter stateAfter) {
        String words = missing.entrySet().stream()
                .filter(entry -> needed.contains(entry.getKey()))
                .map(entry -> entry.getKey().getHostAddress() + ": " + entry.getValue())
                .collect(Collectors.joining("; "));
        var root = new ObjectRef(ObjectType.LOAD_BALANCER, loadBalancerId);
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Outcome.Failed(FailureKind.DEVICE_REFUSED, "", words, Map.of(root, words), stateAfter));
    }

    private Set<InetAddress> needed(Map<UUID, T> known) {
        return known.values().stream()
                .flatMap(one -> addresses.apply(one).stream())
                .collect(Collectors.toSet());
    }
}
