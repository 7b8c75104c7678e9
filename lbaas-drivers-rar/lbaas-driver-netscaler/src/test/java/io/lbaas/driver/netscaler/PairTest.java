package io.lbaas.driver.netscaler;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.contract.TreeBuilder;
import io.lbaas.driver.netscaler.simulator.Fault;
import io.lbaas.driver.netscaler.simulator.Simulator;
import io.lbaas.driver.spi.Change;
import io.lbaas.driver.spi.DeviceReadException;
import io.lbaas.driver.spi.FailureKind;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.model.DesiredLoadBalancer;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One of a pair of appliances is configured, and the other follows. */
class PairTest {
    private final DesiredLoadBalancer tree = new TreeBuilder().build();

    @AutoClose
    private final Simulator simulator = new Simulator(0);

    private final NetscalerDriver driver = TestDevice.open(simulator);

    private Outcome apply() {
        return driver.apply(List.of(new Change.Apply(tree, 1, Instant.now().plusSeconds(20))))
                .get(0);
    }

    @Test
    void secondaryNodeIsNotConfigured() {
        simulator.primary(false);
        Outcome.Failed failed = (Outcome.Failed) apply();
        assertThat(failed.kind()).isEqualTo(FailureKind.TRANSIENT);
        assertThat(failed.message()).contains("secondary");
        assertThat(driver.probe().message()).contains("secondary");
        assertThat(simulator.rows("policystringmap")).isEmpty();
    }

    /** The address leads to the secondary node from now on, which does as it is told, in vain. */
    @ParameterizedTest
    @ValueSource(strings = {"GET hanode/0", "POST lbvserver", "PUT policystringmap/.*"})
    void failoverInTheMiddleIsNoticed(String request) throws DeviceReadException {
        simulator.inject(Fault.once(Fault.Kind.FAILOVER, request));
        assertThat(((Outcome.Failed) apply()).kind()).isEqualTo(FailureKind.TRANSIENT);
        simulator.primary(true);
        assertThat(apply()).isInstanceOf(Outcome.Completed.class);
        assertThat(driver.observe(tree.id()).intact()).isTrue();
    }

    @Test
    void changeThatOnlyTheSecondaryNodeDidNotFollowIsDone() throws DeviceReadException {
        simulator.inject(Fault.of(Fault.Kind.UNFOLLOWED, "(POST|PUT|DELETE) (?!log).*"));
        assertThat(apply()).isInstanceOf(Outcome.Completed.class);
        assertThat(driver.observe(tree.id()).intact()).isTrue();
    }
}
