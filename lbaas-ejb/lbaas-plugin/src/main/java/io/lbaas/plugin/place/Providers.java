package io.lbaas.plugin.place;

import io.lbaas.driver.spi.Capabilities;
import io.lbaas.driver.spi.ProfileKeys;
import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.config.Settings;
import io.lbaas.plugin.entity.Device;
import io.lbaas.plugin.store.Devices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The providers: the drivers of the devices in the inventory, or those of them that the configuration names. */
@ApplicationScoped
public class Providers {

    private Devices devices;
    private Settings settings;

    protected Providers() {}

    @Inject
    public Providers(Devices devices, Settings settings) {
        this.devices = devices;
        this.settings = settings;
    }

    /** The providers that are enabled, with their descriptions; a device's product where none is configured. */
    public SortedMap<String, String> enabled() {
        Map<String, String> configured = settings.providers();
        if (!configured.isEmpty()) {
            return new TreeMap<>(configured);
        }
        return devices.all().stream()
                .collect(Collectors.toMap(Device::driver, Device::productOrName, (one, other) -> one, TreeMap::new));
    }

    /**
     * The devices of a provider, at least one.
     *
     * @throws Fault INVALID where the provider is not enabled, UNSUPPORTED where it is but has no device
     */
    public List<Device> devicesOf(String provider) {
        List<Device> found = devices.of(provider);
        Map<String, String> configured = settings.providers();
        if (configured.isEmpty() ? found.isEmpty() : !configured.containsKey(provider)) {
            throw Fault.invalid("Provider '" + provider + "' is not enabled.");
        }
        if (found.isEmpty()) {
            throw new Fault(Fault.Kind.UNSUPPORTED, "Provider '" + provider + "' was not found.");
        }
        return found;
    }

    /** The keys of flavor profiles with their descriptions; throws as {@link #devicesOf}. */
    public Map<String, String> flavorKeys(String provider) {
        return keys(provider, ProfileKeys::flavor);
    }

    /** The keys of availability zone profiles with their descriptions; throws as {@link #devicesOf}. */
    public Map<String, String> availabilityZoneKeys(String provider) {
        return keys(provider, ProfileKeys::availabilityZone);
    }

    private Map<String, String> keys(String provider, Function<ProfileKeys, Map<String, String>> kind) {
        Map<String, String> known = new TreeMap<>();
        devicesOf(provider).forEach(device -> device.capabilities()
                .map(Capabilities::profileKeys)
                .map(kind)
                .ifPresent(known::putAll));
        return known;
    }
}
