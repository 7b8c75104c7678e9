package io.lbaas.driver.contract.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.contract.SshServer;
import io.lbaas.driver.spi.DeviceReport;
import io.lbaas.driver.spi.DeviceSpec;
import io.lbaas.driver.spi.LoadBalancerDriver;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A device that cannot be used says why, in words for whoever registers it. */
public abstract class ProbeContract {
    @AutoClose
    private static final SshServer server = SshServer.start();

    /** Makes a device, on this host or reached through SSH. */
    protected abstract RealDevice<?> device(Optional<SshServer> server);

    /** What the driver calls the program that {@code binary} should name. */
    protected abstract String program();

    private DeviceReport probe(boolean remote, Map<String, String> changed) {
        try (RealDevice<?> device = device(remote ? Optional.of(server) : Optional.empty())) {
            Map<String, String> settings = new HashMap<>(device.spec().settings());
            settings.putAll(changed);
            DeviceSpec spec = new DeviceSpec(
                    device.spec().deviceId(),
                    device.spec().driver(),
                    settings,
                    device.spec().credentials(),
                    2);
            try (LoadBalancerDriver driver = device.adapter().open(spec)) {
                return driver.probe();
            }
        }
    }

    /** A device that cannot be used, and says so in these words among others. */
    protected static void unusable(DeviceReport report, String... words) {
        assertThat(report.reachable()).isFalse();
        assertThat(report.message()).contains(words);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void program_that_is_not_there(boolean remote) {
        unusable(probe(remote, Map.of("binary", "/usr/sbin/none")), "/usr/sbin/none", "No such file");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void program_that_is_another(boolean remote) {
        unusable(probe(remote, Map.of("binary", "/usr/bin/true")), "/usr/bin/true is no " + program());
    }

    /** Nobody can make directories there, root included. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void directory_that_cannot_be_made(boolean remote) {
        unusable(probe(remote, Map.of("directory", "/sys/kernel/lbaas")), "/sys/kernel/lbaas");
    }
}
