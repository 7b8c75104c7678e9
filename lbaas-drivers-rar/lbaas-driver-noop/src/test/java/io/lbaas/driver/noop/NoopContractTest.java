package io.lbaas.driver.noop;

import io.lbaas.driver.contract.LoadBalancerDriverContract;
import io.lbaas.driver.spi.DeviceSpec;
import io.lbaas.driver.spi.LoadBalancerDriver;
import io.lbaas.model.DesiredLoadBalancer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class NoopContractTest {
    private static final String REFUSED = "192.0.2.66";

    @Nested
    class InMemory extends Contract {
        @Override
        Map<String, String> settings() {
            return Map.of("fail", "DEVICE_REFUSED:" + REFUSED);
        }
    }

    @Nested
    class AllOrNothing extends Contract {
        @Override
        Map<String, String> settings() {
            return Map.of("fail", "DEVICE_REFUSED:" + REFUSED, "atomic", "true");
        }
    }

    @Nested
    class Pending extends Contract {
        @Override
        Map<String, String> settings() {
            return Map.of("fail", "DEVICE_REFUSED:" + REFUSED, "pend-ms", "2");
        }
    }

    @Nested
    class InFiles extends Contract {
        @TempDir
        Path directory;

        @Override
        Map<String, String> settings() {
            return Map.of("fail", "DEVICE_REFUSED:" + REFUSED, "directory", directory.toString());
        }
    }

    abstract static class Contract implements LoadBalancerDriverContract {
        private final UUID deviceId = UUID.randomUUID();

        abstract Map<String, String> settings();

        @Override
        public LoadBalancerDriver open() {
            return new NoopDriver(new DeviceSpec(deviceId, "noop", settings(), 1));
        }

        @Override
        public Optional<DesiredLoadBalancer> refused(UUID loadBalancerId) {
            return Optional.of(tree().id(loadBalancerId).members(REFUSED).build());
        }

        @AfterEach
        void forget() {
            NoopDevice.forget(deviceId);
        }
    }
}
