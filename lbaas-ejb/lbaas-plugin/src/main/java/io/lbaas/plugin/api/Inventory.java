package io.lbaas.plugin.api;

import io.lbaas.driver.spi.Capabilities;
import io.lbaas.model.attribute.Default;
import io.lbaas.model.attribute.Flattened;
import jakarta.ejb.Local;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The operator's devices. Every method may throw {@link Fault}. */
@Local
public interface Inventory {

    /** Whether a device takes new load balancers, and whether it takes any change. */
    enum DeviceState {
        ENABLED,
        DRAINING,
        DISABLED
    }

    /** Why the load balancers of a device are being moved to others. */
    enum Evacuation {
        /** An operator has asked for it. */
        REQUESTED,
        /** The device has been unreachable for longer than its policy allows. */
        AUTOMATIC
    }

    /** What the last probe of a device came to. */
    enum DeviceHealth {
        /** It has not answered a probe yet, nor failed to. */
        PROBING,
        REACHABLE,
        UNREACHABLE
    }

    /**
     * What an operator says of a device and anybody who may see it may know.
     *
     * @param driver the name of its driver; tenants ask for it as the provider
     * @param settings what the driver needs to know, by the driver's own keys
     * @param capacity the most load balancers it may hold
     * @param vipSubnetIds the subnets whose addresses it can serve
     * @param zone where it is, for availability zones; null where that does not matter
     * @param flavorIds the flavors that it is kept for; empty where it takes any and none
     * @param evacuateAfter seconds that it may be unreachable before its load balancers are moved; null for ever
     */
    record DeviceDescription(
            @NotNull @Size(min = 1, max = 255) String name,
            @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{0,63}") String driver,
            @NotNull Map<@NotNull String, @NotNull String> settings,
            @NotNull @Min(1) @Max(1_000_000) Integer capacity,
            @NotNull DeviceState state,
            @NotNull @Valid List<@NotNull UUID> vipSubnetIds,
            @Size(max = 255) String zone,
            @NotNull @Default("[]") List<@NotNull UUID> flavorIds,
            @Min(1) @Max(31_536_000) Integer evacuateAfter) {

        /** Without the settings, which may hold what a log must not. */
        @Override
        public String toString() {
            return "DeviceDescription[" + name + " of " + driver + "]";
        }
    }

    /**
     * What an operator says of a device.
     *
     * @param credentials what the driver needs to be let in, by the driver's own keys; null for those that it has
     */
    record DeviceRequest(
            @NotNull @Valid @Flattened DeviceDescription description,
            @Size(max = 32)
                    Map<@NotNull @Size(min = 1, max = 64) String, @NotNull @Size(max = 65_536) String> credentials) {

        /** Without the credentials. */
        @Override
        public String toString() {
            return "DeviceRequest[" + description + "]";
        }
    }

    /**
     * A device as it is known.
     *
     * @param credentialKeys the names of its credentials, which themselves are never shown
     * @param loadBalancers how many are placed on it
     * @param staleLoadBalancers how many have left it, and are to be removed from it still
     * @param health what the last probe found
     * @param healthSince when that was found first; null until it was probed
     * @param product the device's own name and version; null until it was probed
     * @param message what is wrong with it, in words; null where nothing is
     * @param evacuation null where it is not being evacuated
     * @param evacuationNote why load balancers that should be moved are not; null where there is nothing to say
     * @param capabilities null until it was probed
     */
    record Device(
            UUID id,
            @Flattened DeviceDescription description,
            Set<String> credentialKeys,
            long loadBalancers,
            long staleLoadBalancers,
            DeviceHealth health,
            Instant healthSince,
            String product,
            String message,
            Evacuation evacuation,
            String evacuationNote,
            Capabilities capabilities,
            Instant probedAt) {}

    /** What can happen to a device. */
    enum EventKind {
        REACHABLE,
        UNREACHABLE,
        /** Its load balancers began to be moved to others. */
        EVACUATING,
        /** There are none left on it, or it is needed no more. */
        EVACUATED,
        /** It should be evacuated by its policy and is not, to be safe. */
        EVACUATION_HELD
    }

    /** Something that happened to a device. */
    record Event(Instant at, EventKind kind, String message) {}

    /** Registers a device and has it probed. */
    Device addDevice(Caller caller, DeviceRequest request);

    Device device(UUID id);

    List<Device> devices();

    Device changeDevice(Caller caller, UUID id, DeviceRequest request);

    /** What happened to a device, the latest first. */
    List<Event> history(UUID id);

    /** Has all load balancers of a device moved to others; it takes no more. */
    void evacuate(Caller caller, UUID id);

    /**
     * Takes a device out of the inventory; refused while load balancers are placed on it. What it still has of others
     * is not removed from it any more.
     */
    void removeDevice(Caller caller, UUID id);
}
