package io.lbaas.driver.nginx;

import io.lbaas.driver.host.Host;
import io.lbaas.driver.host.local.LocalHost;
import io.lbaas.driver.nginx.device.Device;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The devices that sessions were opened for; each is kept running from then on. */
final class Devices {
    private static final Host HOST = new LocalHost();

    private final Map<Path, Device> byDirectory = new ConcurrentHashMap<>();

    /** The one device of a directory, with newer settings where they changed. */
    Device get(DeviceSettings settings) {
        return byDirectory.compute(
                settings.directory(),
                (directory, known) ->
                        known != null && known.settings().equals(settings) ? known : new Device(HOST, settings));
    }

    void supervise() {
        byDirectory.values().forEach(Device::supervise);
    }

    void stop() {
        byDirectory.values().forEach(Device::stop);
    }
}
