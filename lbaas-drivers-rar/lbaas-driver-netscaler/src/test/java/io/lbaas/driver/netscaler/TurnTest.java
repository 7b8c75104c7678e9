package io.lbaas.driver.netscaler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lbaas.driver.contract.TreeBuilder;
import io.lbaas.driver.netscaler.simulator.Fault;
import io.lbaas.driver.netscaler.simulator.Simulator;
import io.lbaas.driver.spi.Change;
import io.lbaas.driver.spi.FailureKind;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.model.DesiredLoadBalancer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Agents change an appliance one after the other. */
class TurnTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofSeconds(1);
    private final DesiredLoadBalancer tree = new TreeBuilder().build();

    @AutoClose
    private final Simulator simulator = new Simulator(0);

    private final NetscalerDriver driver = TestDevice.open(simulator);

    private Outcome apply(Duration patience) {
        return driver.apply(List.of(new Change.Apply(tree, 1, Instant.now().plus(patience))))
                .get(0);
    }

    private void completes() {
        assertThat(apply(LONG)).isInstanceOf(Outcome.Completed.class);
    }

    @Test
    void turnOfAnAgentThatIsGoneRunsOut() {
        simulator.configure("policystringmap", turn(41, Instant.now().plusSeconds(3)));
        assertThat(((Outcome.Failed) apply(SHORT)).kind()).isEqualTo(FailureKind.BUSY);
        completes();
        assertThat(turns()).containsExactly("lbaas_lock_42", "lbaas_lock_42_ended");
    }

    @Test
    void turnThatOthersTookAndEndedMeanwhileIsNotTaken() throws InterruptedException {
        simulator.configure("policystringmap", turn(1, Instant.now()));
        simulator.inject(new Fault(Fault.Kind.SLOW, "POST policystringmap", 1, Duration.ofSeconds(1)));
        Thread slow = new Thread(this::completes);
        slow.start();
        await().pollInterval(Duration.ofMillis(10))
                .until(() -> simulator.requests().contains("POST policystringmap"));
        simulator.remove("policystringmap", "lbaas_lock_1", Map.of());
        simulator.configure("policystringmap", turn(3, Instant.now().plusSeconds(1)));
        slow.join();
        assertThat(turns()).containsExactly("lbaas_lock_4", "lbaas_lock_4_ended");
    }

    @Test
    void whatOthersScribbledAmongTheTurnsIsNoHindrance() {
        simulator.configure(
                "policystringmap",
                Json.createObjectBuilder()
                        .add("name", "lbaas_lock_7")
                        .add("comment", "mine")
                        .build());
        simulator.configure(
                "policystringmap",
                Json.createObjectBuilder().add("name", "lbaas_lock_of_my_own").build());
        completes();
        assertThat(turns()).contains("lbaas_lock_of_my_own", "lbaas_lock_8_ended");
    }

    private static JsonObject turn(int number, Instant runsOut) {
        return Json.createObjectBuilder()
                .add("name", "lbaas_lock_" + number)
                .add("comment", runsOut.toString())
                .build();
    }

    private List<String> turns() {
        return simulator.rows("policystringmap").stream()
                .map(map -> map.getString("name"))
                .filter(name -> name.startsWith("lbaas_lock_"))
                .toList();
    }
}
