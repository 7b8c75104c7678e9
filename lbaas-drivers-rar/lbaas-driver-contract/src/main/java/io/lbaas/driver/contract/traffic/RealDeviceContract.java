package io.lbaas.driver.contract.traffic;

import io.lbaas.driver.contract.DeviceFaults;
import io.lbaas.driver.contract.LoadBalancerDriverContract;
import io.lbaas.driver.spi.LoadBalancerDriver;
import io.lbaas.model.DesiredLoadBalancer;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;

/** All that every driver must pass, with a real device. */
public abstract class RealDeviceContract implements LoadBalancerDriverContract {
    private final RealDevice<?> device = device();

    /** Makes the test's device. */
    protected abstract RealDevice<?> device();

    @AfterEach
    final void stop() {
        device.close();
    }

    @Override
    public final LoadBalancerDriver open() {
        return device.open();
    }

    @Override
    public final DeviceFaults faults() {
        return new ProcessFaults(device);
    }

    /** An address that this host does not have. */
    @Override
    public final Optional<DesiredLoadBalancer> refused(UUID loadBalancerId) {
        return Optional.of(tree().id(loadBalancerId).vip("192.0.2.1", 80).build());
    }
}
