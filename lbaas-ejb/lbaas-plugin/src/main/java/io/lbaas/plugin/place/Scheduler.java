package io.lbaas.plugin.place;

import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.LoadBalancers.VipRequest;
import io.lbaas.plugin.config.Settings;
import io.lbaas.plugin.entity.Device;
import io.lbaas.plugin.entity.LoadBalancer;
import io.lbaas.plugin.store.DeviceRooms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Picks the device: those that can are filtered, and ranked by load. */
@ApplicationScoped
public class Scheduler {

    private Providers providers;
    private DeviceRooms rooms;
    private VipResolver resolver;
    private VipAllocator vips;
    private Settings settings;

    protected Scheduler() {}

    @Inject
    public Scheduler(
            Providers providers, DeviceRooms rooms, VipResolver resolver, VipAllocator vips, Settings settings) {
        this.providers = providers;
        this.rooms = rooms;
        this.resolver = resolver;
        this.vips = vips;
        this.settings = settings;
    }

    /**
     * Places a load balancer: takes room on a device, and addresses.
     *
     * @param id of the load balancer
     * @throws Fault INVALID where provider or VIP are not known, UNSUPPORTED where the provider has no device at all,
     *     UNAVAILABLE where no device fits or has room, CONFLICT where the address is in use
     */
    public Placement place(UUID id, String projectId, Demand demand, VipRequest vip) {
        List<Device> ofProvider = providers.devicesOf(demand.provider());
        boolean lenient = settings.permissive() || ofProvider.stream().anyMatch(Device::servesAnySubnet);
        List<VipPlace> places = resolver.resolve(vip, projectId, lenient);
        Device device = takeRoom(demand, fitting(demand, serving(demand, ofProvider, places)));
        return new Placement(
                device,
                places.stream()
                        .map(place -> vips.allocate(place, projectId, id, device.id()))
                        .toList());
    }

    /** Gives back what a load balancer had that is gone. */
    public void release(LoadBalancer root) {
        rooms.giveBack(root.deviceId());
        vips.release(root);
    }

    private List<Device> serving(Demand demand, List<Device> candidates, List<VipPlace> places) {
        List<Device> serving = candidates;
        for (VipPlace place : places) {
            serving = serving.stream()
                    .filter(device -> device.serves(place.subnetId()) || settings.permissive() && !place.known())
                    .toList();
            if (serving.isEmpty()) {
                throw Fault.invalid("Subnet " + place.subnetId() + " is not served by any device of provider '"
                        + demand.provider() + "'.");
            }
        }
        return serving;
    }

    private static List<Device> fitting(Demand demand, List<Device> candidates) {
        List<Device> fitting = candidates.stream()
                .filter(device -> device.takesFlavor(demand.flavorId()))
                .filter(device -> device.isIn(demand.hints().zone()))
                .toList();
        if (fitting.isEmpty()) {
            throw Fault.unavailable("No device of provider '" + demand.provider()
                    + "' takes load balancers of this flavor in this availability zone.");
        }
        return fitting;
    }

    /** Of the devices with room the emptiest; the fullest where the flavor asks to pack them. */
    private Device takeRoom(Demand demand, List<Device> candidates) {
        Map<UUID, Long> free = rooms.free();
        Comparator<Device> byFill = Comparator.comparingDouble(device -> fill(device, free));
        return candidates.stream()
                .filter(Device::takesNew)
                .filter(device -> fill(device, free) < demand.hints().maxFill() / 100.0)
                .sorted(demand.hints().pack() ? byFill.reversed() : byFill)
                .filter(device -> rooms.take(device.id()))
                .findFirst()
                .orElseThrow(() -> Fault.unavailable(
                        "No device of provider '" + demand.provider() + "' is reachable and has capacity left."));
    }

    /** How full a device is; 1 where it has no room, as one that has been removed meanwhile. */
    private static double fill(Device device, Map<UUID, Long> free) {
        return 1 - (double) free.getOrDefault(device.id(), 0L) / device.capacity();
    }
}
