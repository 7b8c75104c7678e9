package io.lbaas.driver.nginx;

import io.lbaas.driver.host.Host;
import io.lbaas.driver.host.Hosts;
import io.lbaas.driver.nginx.device.Device;
import io.lbaas.driver.spi.DeviceSpec;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Opens devices. Those on the agent's own host are shared by all sessions, and kept running once a session was opened;
 * elsewhere each session has a connection of its own, and nginx is kept running there.
 */
final class Devices {
    private final Hosts hosts = new Hosts();
    private final Map<Path, Device> byDirectory = new ConcurrentHashMap<>();

    /** A device, with newer settings where they changed. */
    Device open(DeviceSpec spec) {
        DeviceSettings settings = DeviceSettings.of(spec);
        Host host = hosts.open(spec);
        return host.local() ? shared(host, settings) : new Device(host, settings);
    }

    private Device shared(Host host, DeviceSettings settings) {
        return byDirectory.compute(
                settings.directory(),
                (directory, known) ->
                        known != null && known.settings().equals(settings) ? known : new Device(host, settings));
    }

    void supervise() {
        byDirectory.values().forEach(Device::supervise);
    }

    void stop() {
        byDirectory.values().forEach(Device::stop);
        hosts.close();
    }
}
