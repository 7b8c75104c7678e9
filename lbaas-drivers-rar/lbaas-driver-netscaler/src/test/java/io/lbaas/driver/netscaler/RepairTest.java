package io.lbaas.driver.netscaler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.lbaas.driver.contract.TreeBuilder;
import io.lbaas.driver.netscaler.simulator.Simulator;
import io.lbaas.driver.spi.Change;
import io.lbaas.driver.spi.DeviceReadException;
import io.lbaas.driver.spi.ObservedLoadBalancer;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.model.DesiredLoadBalancer;
import jakarta.json.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What another administrator did to our objects is seen, and made good by the same change. */
class RepairTest {
    private final UUID id = UUID.randomUUID();
    private final DesiredLoadBalancer tree = new TreeBuilder().id(id).build();
    private Simulator simulator;
    private NetscalerDriver driver;

    @BeforeEach
    void start() throws IOException {
        simulator = new Simulator(0);
        driver = TestDevice.open(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private void completes(DesiredLoadBalancer desired, long generation) {
        Change change = new Change.Apply(desired, generation, Instant.now().plusSeconds(20));
        assertThat(driver.apply(List.of(change)).get(0)).isInstanceOf(Outcome.Completed.class);
    }

    private ObservedLoadBalancer observed() throws DeviceReadException {
        return driver.observe(id);
    }

    @Test
    void changesBehindOurBackAreSeenAndRepaired() throws DeviceReadException {
        completes(tree, 1);
        String listener = "lbaas_" + id + "_" + tree.listeners().get(0).id();
        simulator.change(
                "lbvserver",
                Json.createObjectBuilder()
                        .add("name", listener)
                        .add("lbmethod", "URLHASH")
                        .build());
        assertThat(observed().intact()).isFalse();
        completes(tree, 1);
        assertThat(observed().intact()).isTrue();
        simulator.remove("policystringmap", TestDevice.mark(id), Map.of());
        assertThat(driver.list().entries())
                .extracting(entry -> entry.loadBalancerId(), entry -> entry.generation())
                .containsExactly(tuple(id, 0L));
        completes(tree, 1);
        assertThat(observed().intact()).isTrue();
    }

    @Test
    void whatWasMadeAnewUnderOurNameIsReplaced() throws DeviceReadException {
        completes(tree, 1);
        String listener = "lbaas_" + id + "_" + tree.listeners().get(0).id();
        simulator.remove("lbvserver", listener, Map.of());
        simulator.configure(
                "lbvserver",
                Json.createObjectBuilder()
                        .add("name", listener)
                        .add("servicetype", "TCP")
                        .add("ipv46", "192.0.2.99")
                        .add("port", 99)
                        .build());
        assertThat(observed().intact()).isFalse();
        completes(tree, 1);
        assertThat(observed().intact()).isTrue();
        assertThat(simulator.rows("lbvserver"))
                .extracting(server -> server.getString("servicetype"))
                .containsExactly("HTTP");
    }
}
