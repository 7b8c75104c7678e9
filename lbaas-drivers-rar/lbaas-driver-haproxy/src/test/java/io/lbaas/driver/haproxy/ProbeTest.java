package io.lbaas.driver.haproxy;

import io.lbaas.driver.contract.SshServer;
import io.lbaas.driver.contract.traffic.ProbeContract;
import io.lbaas.driver.contract.traffic.RealDevice;
import io.lbaas.driver.spi.LoadBalancerDriver;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProbeTest extends ProbeContract {

    @Override
    protected RealDevice<?> device(Optional<SshServer> server) {
        return server.map(through -> new TestDevice(through, Map.of())).orElseGet(TestDevice::new);
    }

    @Override
    protected String program() {
        return "HAProxy";
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
