package io.lbaas.driver.haproxy;

import io.lbaas.driver.host.Host;
import io.lbaas.driver.host.local.LocalHost;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The devices that sessions were opened for; each is kept running from then on. */
final class Devices {
    private static final System.Logger LOG = System.getLogger(Devices.class.getName());
    private static final Host HOST = new LocalHost();

    private final Map<Path, Site> byDirectory = new ConcurrentHashMap<>();

    /** The one device of a directory, with newer settings where they changed. */
    Site get(DeviceSettings settings) {
        return byDirectory.compute(
                settings.directory(),
                (directory, known) ->
                        known != null && known.settings().equals(settings) ? known : new Site(HOST, settings));
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
    }
}
