package io.lbaas.driver.noop;

import io.lbaas.driver.contract.DeviceFaults;
import io.lbaas.driver.contract.LoadBalancerDriverContract;
import io.lbaas.driver.spi.DeviceSpec;
import io.lbaas.driver.spi.LoadBalancerDriver;
import io.lbaas.model.DesiredLoadBalancer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class NoopContractTest {
    private static final String REFUSED = "192.0.2.66";
    private static final String PASSWORD = "correct horse battery staple";

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
        private final Map<String, String> trouble = new HashMap<>();

        abstract Map<String, String> settings();

        @Override
        public LoadBalancerDriver open() {
            Map<String, String> all = new HashMap<>(settings());
            all.putAll(trouble);
            return new NoopDriver(new DeviceSpec(deviceId, "noop", all, Map.of("password", PASSWORD), 1));
        }

        @Override
        public List<String> secrets() {
            return List.of(PASSWORD);
        }

        @Override
        public DeviceFaults faults() {
            return new NoopFaults(NoopDevice.of(deviceId, settings().getOrDefault("directory", "")), trouble, this);
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
