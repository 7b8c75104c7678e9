package io.lbaas.driver.haproxy;

import io.lbaas.driver.haproxy.device.Device;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The devices that sessions were opened for; each is kept running from then on. */
final class Devices {
    private final Map<Path, Device> byDirectory = new ConcurrentHashMap<>();

    /** The one device of a directory, with newer settings where they changed. */
    Device get(DeviceSettings settings) {
        return byDirectory.compute(
                settings.directory(),
                (directory, known) ->
                        known != null && known.settings().equals(settings) ? known : new Device(settings));
    }

    void supervise() {
        byDirectory.values().forEach(Device::supervise);
    }

    void stop() {
        byDirectory.values().forEach(Device::stop);
    }
}
