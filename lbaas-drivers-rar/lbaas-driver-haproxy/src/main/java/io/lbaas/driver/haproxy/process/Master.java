package io.lbaas.driver.haproxy.process;

import io.lbaas.driver.haproxy.DeviceSettings;
import io.lbaas.driver.host.Host;
import io.lbaas.driver.host.MasterProcess;
import java.util.List;

/** How HAProxy's master process is started and found. */
public final class Master {
    private Master() {}

    public static MasterProcess of(Host host, DeviceSettings settings) {
        List<String> command = List.of(
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
