package io.lbaas.driver.haproxy.device;

import io.lbaas.driver.haproxy.DeviceSettings;
import io.lbaas.driver.haproxy.config.GlobalConfig;
import io.lbaas.driver.host.Host;
import io.lbaas.driver.host.HostFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Programs on the device that HAProxy's configuration names. */
final class Scripts {
    private final Host host;
    private final DeviceSettings settings;

    Scripts(Host host, DeviceSettings settings) {
        this.host = host;
        this.settings = settings;
    }

    /** Puts ours where they are not yet what they should be. */
    void write(Instant deadline) throws IOException, InterruptedException {
        write(settings.metricsScript(), GlobalConfig.metricsScript(), "600", deadline);
        write(settings.pingScript(), GlobalConfig.pingScript(settings), "700", deadline);
    }

    private void write(Path script, String text, String mode, Instant deadline)
            throws IOException, InterruptedException {
        HostFiles files = host.files();
        if (!files.read(script).equals(Optional.of(text))) {
            Path draft = script.resolveSibling(script.getFileName() + ".new");
            files.put(draft, text);
            host.run(List.of("chmod", mode, draft.toString()), deadline);
            files.move(draft, script);
        }
    }

    /** Whether there is a program that pings. */
    boolean canPing(Instant deadline) throws IOException, InterruptedException {
        return host.run(List.of("test", "-x", settings.ping()), deadline).exit() == 0;
    }
}
