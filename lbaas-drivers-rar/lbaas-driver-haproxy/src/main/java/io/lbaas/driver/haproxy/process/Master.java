package io.lbaas.driver.haproxy.process;

import io.lbaas.driver.haproxy.DeviceSettings;
import io.lbaas.driver.host.Host;
import io.lbaas.driver.host.MasterProcess;
import java.util.List;

/**
 * How HAProxy's master process is started and found. It inherits a lock, and its workers from it, so that a second one does
 * not begin while the first runs, whoever starts them.
 */
public final class Master {
    /** Seconds in which the workers of a master that was killed notice it. */
    private static final String FORMER_ENDS = "2";

    private Master() {}

    public static MasterProcess of(Host host, DeviceSettings settings) {
        List<String> command = List.of(
                "flock",
                "--no-fork",
                "-w",
                FORMER_ENDS,
                settings.processLock().toString(),
                settings.binary(),
                "-W",
                "-S",
                settings.masterSocket() + ",mode,600",
                "-p",
                settings.pidFile().toString(),
                "-f",
                settings.globalFile().toString(),
                "-f",
                settings.configDirectory().toString());
        return new MasterProcess(host, command, settings.pidFile(), settings.masterSocket(), settings.logFile());
    }
}
