package io.lbaas.driver.bigip;

import io.lbaas.driver.contract.ApplyContract;
import io.lbaas.driver.contract.BatchContract;
import io.lbaas.driver.contract.ConvergenceContract;
import io.lbaas.driver.contract.DeviceFaults;
import io.lbaas.driver.contract.DriverUnderTest;
import io.lbaas.driver.contract.InterruptionContract;
import io.lbaas.driver.contract.LoadBalancerDriverContract;
import io.lbaas.driver.contract.RemoveContract;
import io.lbaas.driver.spi.LoadBalancerDriver;
import io.lbaas.model.DesiredLoadBalancer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;

class BigipContractTest {
    private static final String REFUSED = "192.0.2.66";

    @Nested
    class OneAtATime extends Device implements LoadBalancerDriverContract {}

    /** What depends on how changes wait. */
    @Nested
    class Queueing extends Device
            implements ApplyContract, RemoveContract, ConvergenceContract, BatchContract, InterruptionContract {
        @BeforeEach
        void burst() {
            device.bigip().faults().burst(true);
            device.bigip().faults().taskTime(Duration.ofMillis(5));
        }
    }

    abstract static class Device implements DriverUnderTest {
        final TestDevice device = new TestDevice();

        Device() {
            device.bigip().faults().refuse(REFUSED);
        }

        @Override
        public LoadBalancerDriver open() {
            return device.open();
        }

        @Override
        public List<String> secrets() {
            return List.of(TestDevice.PASSWORD);
        }

        @Override
        public DeviceFaults faults() {
            return device;
        }

        @Override
        public Optional<DesiredLoadBalancer> refused(UUID loadBalancerId) {
            return Optional.of(tree().id(loadBalancerId).members(REFUSED).build());
        }

        @AfterEach
        void stop() {
            device.close();
        }
    }
}
