package io.lbaas.example.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.contract.DeviceFaults;
import io.lbaas.driver.contract.LoadBalancerDriverContract;
import io.lbaas.driver.contract.TreeBuilder;
import io.lbaas.driver.spi.DeviceSpec;
import io.lbaas.driver.spi.LoadBalancerDriver;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.ListenerProtocol;
import io.lbaas.model.PoolProtocol;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The driver passes what every driver must pass. */
class ExampleContractTest implements LoadBalancerDriverContract {
    private static final String PASSWORD = "open sesame";

    private final TestAppliance appliance = new TestAppliance(PASSWORD);

    @AfterEach
    void stop() {
        appliance.close();
    }

    @Override
    public LoadBalancerDriver open() {
        return open(PASSWORD);
    }

    private LoadBalancerDriver open(String password) {
        DeviceSpec device = new DeviceSpec(
                UUID.randomUUID(),
                "example",
                Map.of("address", "127.0.0.1:" + appliance.port()),
                Map.of("password", password),
                1);
        return new ExampleDriver(Session.with(device));
    }

    /** The appliance forwards TCP connections only. */
    @Override
    public TreeBuilder tree() {
        return new TreeBuilder().protocols(ListenerProtocol.TCP, PoolProtocol.TCP);
    }

    /** An address that this host does not have. */
    @Override
    public Optional<DesiredLoadBalancer> refused(UUID loadBalancerId) {
        return Optional.of(tree().id(loadBalancerId).vip("192.0.2.1", 80).build());
    }

    @Override
    public List<String> secrets() {
        return List.of(PASSWORD);
    }

    @Override
    public DeviceFaults faults() {
        return appliance;
    }

    @Test
    void wrong_password_is_told_as_such() throws IOException {
        try (LoadBalancerDriver driver = open("guess")) {
            assertThat(driver.probe().reachable()).isFalse();
            assertThat(driver.probe().message()).isEqualTo("DENIED");
        }
    }
}
