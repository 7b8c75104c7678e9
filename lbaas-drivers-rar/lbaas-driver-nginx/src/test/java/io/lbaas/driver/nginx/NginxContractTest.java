package io.lbaas.driver.nginx;

import io.lbaas.driver.contract.DeviceFaults;
import io.lbaas.driver.contract.LoadBalancerDriverContract;
import io.lbaas.driver.spi.LoadBalancerDriver;
import io.lbaas.model.DesiredLoadBalancer;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;

/** The driver passes what every driver must pass, with a real nginx. */
class NginxContractTest implements LoadBalancerDriverContract {
    private final TestDevice device = device();

    TestDevice device() {
        return new TestDevice();
    }

    @AfterEach
    void stop() {
        device.close();
    }

    @Override
    public LoadBalancerDriver open() {
        return device.open();
    }

    @Override
    public DeviceFaults faults() {
        return new NginxFaults(device);
    }

    /** An address that this host does not have. */
    @Override
    public Optional<DesiredLoadBalancer> refused(UUID loadBalancerId) {
        return Optional.of(tree().id(loadBalancerId).vip("192.0.2.1", 80).build());
    }
}
