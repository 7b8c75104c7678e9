package io.lbaas.driver.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.contract.SshServer;
import io.lbaas.driver.spi.DeviceReport;
import io.lbaas.driver.spi.DeviceSpec;
import io.lbaas.driver.spi.LoadBalancerDriver;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A device that cannot be used says why, in words for whoever registers it. */
class ProbeTest {
    private static SshServer server;

    @BeforeAll
    static void start() {
        server = SshServer.start();
    }

    @AfterAll
    static void end() {
        server.close();
    }

    private static DeviceReport probe(boolean remote, Map<String, String> changed) {
        try (TestDevice device = remote ? new TestDevice(server, Map.of()) : new TestDevice()) {
            Map<String, String> settings = new HashMap<>(device.spec().settings());
            settings.putAll(changed);
            DeviceSpec spec = new DeviceSpec(
                    device.spec().deviceId(), "haproxy", settings, device.spec().credentials(), 2);
            try (LoadBalancerDriver driver = device.adapter().open(spec)) {
                return driver.probe();
            }
        }
    }

    private static void unusable(DeviceReport report, String... words) {
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
        unusable(probe(remote, Map.of("binary", "/usr/bin/true")), "/usr/bin/true is no HAProxy");
    }

    /** Nobody can make directories there, root included. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void directory_that_cannot_be_made(boolean remote) {
        unusable(probe(remote, Map.of("directory", "/sys/kernel/lbaas")), "/sys/kernel/lbaas");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HAProxy version 2.4.22-0ubuntu0.22.04.2 2023/08/14 - https://haproxy.org/",
                "HAProxy version 1.9.0"
            })
    void program_that_is_too_old(String version) {
        try (TestDevice device = new TestDevice("echo '" + version + "'");
                LoadBalancerDriver driver = device.open()) {
            unusable(driver.probe(), version, "too old", "2.6");
        }
    }
}
