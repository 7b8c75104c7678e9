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
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Picks the device: those that can are filtered, the least loaded of them is taken. */
@ApplicationScoped
public class Scheduler {

    private Devices devices;
    private DeviceRooms rooms;
    private VipResolver resolver;
    private VipAllocator vips;
    private Settings settings;

    protected Scheduler() {}

    @Inject
    public Scheduler(Devices devices, DeviceRooms rooms, VipResolver resolver, VipAllocator vips, Settings settings) {
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
     * @param provider name of the driver; null for the default
     * @throws Fault INVALID where provider or VIP are not known, UNAVAILABLE where no device has room, CONFLICT where
     *     the address is in use
     */
    public Placement place(UUID id, String projectId, String provider, VipRequest vip) {
        String driver = provider == null ? settings.defaultProvider() : provider;
        List<Device> ofDriver = devices.all().stream()
                .filter(device -> device.driver().equals(driver))
                .toList();
        if (ofDriver.isEmpty()) {
            throw Fault.invalid("Provider '" + driver + "' is not enabled.");
        }
        boolean lenient = settings.permissive() || ofDriver.stream().anyMatch(Device::servesAnySubnet);
        List<VipPlace> places = resolver.resolve(vip, projectId, lenient);
        Device device = takeRoom(driver, serving(driver, ofDriver, places));
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

    private List<Device> serving(String driver, List<Device> candidates, List<VipPlace> places) {
        List<Device> serving = candidates;
        for (VipPlace place : places) {
            serving = serving.stream()
                    .filter(device -> device.serves(place.subnetId()) || settings.permissive() && !place.known())
                    .toList();
            if (serving.isEmpty()) {
                throw Fault.invalid(
                        "Subnet " + place.subnetId() + " is not served by any device of provider '" + driver + "'.");
            }
        }
        return serving;
    }

    private Device takeRoom(String driver, List<Device> candidates) {
        Map<UUID, Long> free = rooms.free();
        return candidates.stream()
                .filter(Device::takesNew)
                .filter(device -> free.get(device.id()) > 0)
                .sorted(Comparator.comparingDouble(device -> -(double) free.get(device.id()) / device.capacity()))
                .filter(device -> rooms.take(device.id()))
                .findFirst()
                .orElseThrow(() -> Fault.unavailable(
                        "No device of provider '" + driver + "' is reachable and has capacity left."));
    }
}
