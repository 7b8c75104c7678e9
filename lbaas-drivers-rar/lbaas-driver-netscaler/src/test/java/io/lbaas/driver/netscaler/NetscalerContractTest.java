package io.lbaas.driver.netscaler;

import io.lbaas.driver.contract.DeviceFaults;
import io.lbaas.driver.contract.LoadBalancerDriverContract;
import io.lbaas.driver.netscaler.simulator.Simulator;
import io.lbaas.driver.spi.LoadBalancerDriver;
import io.lbaas.model.DesiredLoadBalancer;
import jakarta.json.Json;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class NetscalerContractTest implements LoadBalancerDriverContract {
    private static final String TAKEN = "127.0.0.66";
    private static final int PORT = 8066;
    private Simulator simulator;

    @BeforeEach
    void start() throws IOException {
        simulator = new Simulator(0);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Override
    public LoadBalancerDriver open() {
        return TestDevice.open(simulator);
    }

    @Override
    public DeviceFaults faults() {
        return new TestDevice(simulator);
    }

    @Override
    public List<String> secrets() {
        return List.of(Simulator.PASSWORD);
    }

    /** Somebody else has the address, which only the appliance knows. */
    @Override
    public Optional<DesiredLoadBalancer> refused(UUID loadBalancerId) {
        simulator.feature("LB", true);
        simulator.configure(
                "lbvserver",
                Json.createObjectBuilder()
                        .add("name", "another-application")
                        .add("servicetype", "HTTP")
                        .add("ipv46", TAKEN)
                        .add("port", PORT)
                        .build());
        return Optional.of(tree().id(loadBalancerId).vip(TAKEN, PORT).build());
    }
}
