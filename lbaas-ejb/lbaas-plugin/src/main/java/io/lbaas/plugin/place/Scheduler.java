package io.lbaas.plugin.place;

import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.LoadBalancers.VipRequest;
import io.lbaas.plugin.config.Settings;
import io.lbaas.plugin.entity.Device;
import io.lbaas.plugin.entity.LoadBalancer;
import io.lbaas.plugin.store.DeviceRooms;
import io.lbaas.plugin.store.Devices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Picks the device: those that can are filtered, and ranked by load. */
@ApplicationScoped
public class Scheduler {

    /** Percent. */
    private static final int FULL = 100;

    private Providers providers;
    private Devices devices;
    private DeviceRooms rooms;
    private VipResolver resolver;
    private VipAllocator vips;
    private Settings settings;

    protected Scheduler() {}

    @Inject
    public Scheduler(
            Providers providers,
            Devices devices,
            DeviceRooms rooms,
            VipResolver resolver,
            VipAllocator vips,
            Settings settings) {
        this.providers = providers;
        this.devices = devices;
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
        Device device = takeRoom(demand, fitting(demand, serving(demand, ofProvider, places)))
                .orElseThrow(() -> Fault.unavailable(
                        "No device of provider '" + demand.provider() + "' is reachable and has capacity left."));
        return new Placement(
                device,
                places.stream()
                        .map(place -> vips.allocate(place, projectId, id, device.id()))
                        .toList());
    }

    /**
     * Takes room and addresses for a load balancer on another device than those.
     *
     * @return nothing where no device fits or has room
     */
    public Optional<Device> elsewhere(LoadBalancer root, Demand demand, Set<UUID> avoided) {
        Suitability suitability = suitability(root, demand);
        return take(
                root,
                demand,
                devices.of(demand.provider()).stream()
                        .filter(device -> !avoided.contains(device.id()))
                        .filter(device -> suitability.lack(device).isEmpty())
                        .toList());
    }

    /**
     * Takes room and addresses for a load balancer on that device.
     *
     * @throws Fault UNAVAILABLE where it does not fit or has no room
     */
    public void on(LoadBalancer root, Demand demand, Device device) {
        Optional<String> lack = suitability(root, demand).lack(device);
        if (lack.isEmpty() && take(root, demand, List.of(device)).isEmpty()) {
            lack = Optional.of("has no capacity left");
        }
        lack.ifPresent(words -> {
            throw Fault.conflict(
                    "Load balancer " + root.id() + " cannot be moved to device " + device.id() + ": " + words);
        });
    }

    private Suitability suitability(LoadBalancer root, Demand demand) {
        return new Suitability(root, demand, settings.permissive(), device -> vips.free(root, device.id()));
    }

    private Optional<Device> take(LoadBalancer root, Demand demand, List<Device> candidates) {
        Optional<Device> taken = takeRoom(demand, candidates);
        taken.ifPresent(device -> vips.move(root, device.id()));
        return taken;
    }

    /** Has a load balancer take its addresses back to a device where it still has room. */
    public void back(LoadBalancer root, UUID deviceId) {
        vips.move(root, deviceId);
    }

    /** Gives back the room of a load balancer on a device that is rid of it. */
    public void vacate(UUID deviceId) {
        rooms.giveBack(deviceId);
    }

    /** Gives back what a load balancer had that is gone. */
    public void release(LoadBalancer root) {
        vacate(root.deviceId());
        vips.release(root);
    }

    /** As above for one that devices which it has left may still have: others must not have its addresses yet. */
    public void releaseLater(LoadBalancer root) {
        vacate(root.deviceId());
        hold(root);
    }

    /** Keeps the addresses of a load balancer from others until {@link #releaseHeld}. */
    public void hold(LoadBalancer root) {
        vips.hold(root);
    }

    /** Gives back the addresses of a load balancer that no device has any more. */
    public void releaseHeld(UUID loadBalancerId) {
        vips.releaseHeld(loadBalancerId);
    }

    private List<Device> serving(Demand demand, List<Device> candidates, List<VipPlace> places) {
        List<Device> serving = candidates;
        for (VipPlace place : places) {
            serving = serving.stream()
                    .filter(device -> device.serves(place.subnetId()) || (settings.permissive() && !place.known()))
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
        List<Device> able = fitting.stream()
                .filter(device -> device.canDo(demand.desired()))
                .toList();
        // Where none is, the rules of the tree say what it is that cannot be had.
        return able.isEmpty() ? fitting : able;
    }

    /** Of the devices with room the emptiest; the fullest where the flavor asks to pack them. */
    private Optional<Device> takeRoom(Demand demand, List<Device> candidates) {
        List<Device> open = candidates.stream().filter(Device::takesNew).toList();
        int maxFill = demand.hints().maxFill();
        Map<UUID, Long> free = maxFill < FULL ? unchanging(open) : rooms.free();
        Comparator<Device> byFill = Comparator.comparingDouble(device -> fill(device, free));
        return open.stream()
                .filter(device -> free.getOrDefault(device.id(), 0L) > left(device, maxFill))
                .sorted(demand.hints().pack() ? byFill.reversed() : byFill)
                .filter(device -> rooms.take(device.id()))
                .findFirst();
    }

    /** The room of devices, which nobody else takes or gives back until the transaction ends; locked in one order. */
    private Map<UUID, Long> unchanging(List<Device> open) {
        Map<UUID, Long> free = new HashMap<>();
        open.stream().map(Device::id).sorted().forEach(id -> free.put(id, rooms.free(id)));
        return free;
    }

    /** How much room is left for others. */
    private static long left(Device device, int maxFill) {
        return device.capacity() - (long) device.capacity() * maxFill / FULL;
    }

    /** How full a device is; 1 where it has no room, as one that has been removed meanwhile. */
    private static double fill(Device device, Map<UUID, Long> free) {
        return 1 - (double) free.getOrDefault(device.id(), 0L) / device.capacity();
    }
}
