package io.lbaas.driver.haproxy;

import io.lbaas.driver.host.Host;
import io.lbaas.driver.host.Hosts;
import io.lbaas.driver.spi.DeviceSpec;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Opens devices. Those on the agent's own host are shared by all sessions, and kept running once a session was opened;
 * elsewhere each session has a connection of its own, and HAProxy is kept running there.
 */
final class Devices {
    private static final System.Logger LOG = System.getLogger(Devices.class.getName());

    private final Hosts hosts = new Hosts();
    private final Map<Path, Site> byDirectory = new ConcurrentHashMap<>();

    /** A device, with newer settings where they changed. */
    Site open(DeviceSpec spec) {
        DeviceSettings settings = DeviceSettings.of(spec);
        Host host = hosts.open(spec);
        return host.local() ? shared(host, settings) : new Site(host, settings);
    }

    private Site shared(Host host, DeviceSettings settings) {
        return byDirectory.compute(
                settings.directory(),
                (directory, known) ->
                        known != null && known.settings().equals(settings) ? known : new Site(host, settings));
    }

    void supervise() {
        for (Site site : byDirectory.values()) {
            try {
                site.supervise();
            } catch (IOException e) {
                LOG.log(
                        Level.WARNING,
                        "The processes in {0} cannot be seen: {1}",
                        site.settings().directory(),
                        e);
            }
        }
    }

    void stop() {
        byDirectory.values().forEach(Site::stop);
        hosts.close();
    }
}
