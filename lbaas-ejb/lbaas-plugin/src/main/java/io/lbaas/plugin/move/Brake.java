package io.lbaas.plugin.move;

import io.lbaas.plugin.config.EvacuationLimits;
import io.lbaas.plugin.entity.Device;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps policies from moving too much at once: a fault of our own must not become one of all devices. */
public record Brake(EvacuationLimits limits, Instant now) {

    /** Why no device may be evacuated without a person, in words; nothing where one may. */
    public Optional<String> ofDevices(List<Device> all) {
        List<Device> counted = all.stream().filter(Device::touchable).toList();
        long troubled = counted.stream()
                .filter(device -> device.unreachable() || device.evacuation().begunByPolicySince(since()))
                .count();
        long allowed = Math.max(1, (long) counted.size() * limits.devicePercent() / 100);
        return troubled <= allowed
                ? Optional.empty()
                : Optional.of("Not evacuated: " + troubled + " of " + counted.size()
                        + " devices are unreachable or were evacuated within " + limits.period() + ", more than "
                        + allowed);
    }

    /** How many more load balancers may be moved, after so many since the period began. */
    public long room(long moved) {
        return Math.max(0, limits.loadBalancers() - moved);
    }

    /** What is said where there is no room. */
    public String words() {
        return "Paused: " + limits.loadBalancers() + " load balancers were moved within " + limits.period();
    }

    /** When the period began that ends now. */
    public Instant since() {
        return now.minus(limits.period());
    }
}
