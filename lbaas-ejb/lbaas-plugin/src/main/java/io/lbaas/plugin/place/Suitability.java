package io.lbaas.plugin.place;

import io.lbaas.plugin.entity.Device;
import io.lbaas.plugin.entity.LoadBalancer;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Whether a device can be the next place of a load balancer, and if not, why. */
final class Suitability {

    /** What a device must be, and what is said of one that is not. */
    private record Condition(String lack, BiPredicate<Suitability, Device> holds) {}

    private static final List<Condition> CONDITIONS = List.of(
            new Condition(
                    "the load balancer is there already",
                    (asked, device) -> !asked.root.deviceId().equals(device.id())),
            new Condition(
                    "is of another provider", (asked, device) -> device.driver().equals(asked.demand.provider())),
            new Condition("takes no load balancers at present", (asked, device) -> device.takesNew()),
            new Condition("does not serve the subnets of the VIPs", Suitability::serves),
            new Condition(
                    "does not take load balancers of the flavor",
                    (asked, device) -> device.takesFlavor(asked.demand.flavorId())),
            new Condition(
                    "is not in the availability zone",
                    (asked, device) -> device.isIn(asked.demand.hints().zone())),
            new Condition(
                    "cannot do all that the load balancer needs",
                    (asked, device) -> device.canDo(asked.demand.desired())),
            new Condition("has an address of the load balancer in use", (asked, device) -> asked.free.test(device)));

    private final LoadBalancer root;
    private final Demand demand;
    private final boolean permissive;
    private final Predicate<Device> free;

    /**
     * The question for one load balancer.
     *
     * @param permissive whether a device serves any subnet
     * @param free whether the addresses of the load balancer are free on a device
     */
    Suitability(LoadBalancer root, Demand demand, boolean permissive, Predicate<Device> free) {
        this.root = root;
        this.demand = demand;
        this.permissive = permissive;
        this.free = free;
    }

    /** What is against a device, in words; nothing where it is suitable. */
    Optional<String> lack(Device device) {
        return CONDITIONS.stream()
                .filter(condition -> !condition.holds().test(this, device))
                .map(Condition::lack)
                .findFirst();
    }

    private boolean serves(Device device) {
        return permissive || root.vips().allMatch(vip -> device.serves(vip.subnetId()));
    }
}
