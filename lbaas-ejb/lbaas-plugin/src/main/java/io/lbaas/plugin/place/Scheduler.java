package io.lbaas.plugin.place;

import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.LoadBalancers.VipRequest;
import io.lbaas.plugin.config.Settings;
import io.lbaas.plugin.entity.Device;
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
    private VipAllocator vips;
    private Settings settings;

    protected Scheduler() {}

    @Inject
    public Scheduler(Devices devices, VipAllocator vips, Settings settings) {
        this.devices = devices;
        this.vips = vips;
        this.settings = settings;
    }

    /**
     * Places a load balancer.
     *
     * @param provider name of the driver; null for the default
     * @throws Fault INVALID where provider or VIP are not known, UNAVAILABLE where no device has room, CONFLICT where
     *     the address is in use
     */
    public Placement place(String provider, VipRequest vip) {
        String driver = provider == null ? settings.defaultProvider() : provider;
        List<Device> ofDriver = devices.all().stream()
                .filter(device -> device.driver().equals(driver))
                .toList();
        if (ofDriver.isEmpty()) {
            throw Fault.invalid("Provider '" + driver + "' is not enabled.");
        }
        boolean anySubnet = ofDriver.stream().anyMatch(Device::servesAnySubnet);
        VipPlace place = vips.find(vip, anySubnet);
        Device device = leastLoaded(driver, ofDriver, place.subnetId());
        return new Placement(device, vips.allocate(place, vip, device.id()));
    }

    private Device leastLoaded(String driver, List<Device> candidates, UUID subnetId) {
        List<Device> serving =
                candidates.stream().filter(device -> device.serves(subnetId)).toList();
        if (serving.isEmpty()) {
            throw Fault.invalid("Subnet " + subnetId + " is not served by any device of provider '" + driver + "'.");
        }
        Map<UUID, Long> loads = devices.loads();
        return serving.stream()
                .filter(Device::takesNew)
                .filter(device -> loads.getOrDefault(device.id(), 0L) < device.capacity())
                .min(Comparator.comparingDouble(
                        device -> (double) loads.getOrDefault(device.id(), 0L) / device.capacity()))
                .orElseThrow(() -> Fault.unavailable(
                        "No device of provider '" + driver + "' is reachable and has capacity left."));
    }
}
