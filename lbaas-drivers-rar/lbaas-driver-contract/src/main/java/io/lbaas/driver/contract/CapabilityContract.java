package io.lbaas.driver.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.spi.Capabilities;
import io.lbaas.driver.spi.DeviceReadException;
import io.lbaas.driver.spi.FailureKind.Reaction;
import io.lbaas.driver.spi.LoadBalancerDriver;
import io.lbaas.driver.spi.ValidationReport;
import io.lbaas.model.Algorithm;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.ListenerProtocol;
import io.lbaas.model.MonitorType;
import io.lbaas.model.PersistenceType;
import io.lbaas.model.PoolProtocol;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A driver does what its capabilities say, and says no to the rest before anything is changed. */
public interface CapabilityContract extends DriverUnderTest {

    @Test
    default void valid_tree_is_acceptable() {
        try (LoadBalancerDriver driver = open()) {
            assertThat(driver.validate(tree().build()))
                    .satisfies(report -> assertThat(report.problems()).isEmpty());
        }
    }

    @Test
    default void what_the_capabilities_lack_is_refused_and_changes_nothing() throws DeviceReadException {
        try (LoadBalancerDriver driver = open()) {
            for (DesiredLoadBalancer beyond : beyond(driver.info().capabilities())) {
                ValidationReport report = driver.validate(beyond);
                assertThat(report.problems()).as("%s", beyond).isNotEmpty();
                assertThat(fails(driver, apply(beyond, 1)).kind().reaction())
                        .as("%s", beyond)
                        .isEqualTo(Reaction.GIVE_UP);
            }
            assertThat(driver.list().entries()).isEmpty();
        }
    }

    @Test
    default void every_algorithm_monitor_and_persistence_of_the_capabilities_is_applied() {
        try (LoadBalancerDriver driver = open()) {
            Capabilities can = driver.info().capabilities();
            can.algorithms()
                    .forEach(algorithm ->
                            completes(driver, apply(tree().algorithm(algorithm).build(), 1)));
            can.monitorTypes()
                    .forEach(monitor ->
                            completes(driver, apply(tree().monitor(monitor).build(), 1)));
            can.persistenceTypes()
                    .forEach(type ->
                            completes(driver, apply(tree().persistence(type).build(), 1)));
        }
    }

    /** One tree for each thing that is beyond the capabilities. */
    private List<DesiredLoadBalancer> beyond(Capabilities can) {
        List<DesiredLoadBalancer> trees = new ArrayList<>();
        missing(ListenerProtocol.values(), can.listenerProtocols())
                .forEach(protocol ->
                        trees.add(tree().protocols(protocol, PoolProtocol.HTTP).build()));
        missing(PoolProtocol.values(), can.poolProtocols())
                .forEach(protocol -> trees.add(
                        tree().protocols(ListenerProtocol.HTTP, protocol).build()));
        missing(Algorithm.values(), can.algorithms())
                .forEach(algorithm -> trees.add(tree().algorithm(algorithm).build()));
        missing(MonitorType.values(), can.monitorTypes())
                .forEach(monitor -> trees.add(tree().monitor(monitor).build()));
        missing(PersistenceType.values(), can.persistenceTypes())
                .forEach(type -> trees.add(tree().persistence(type).build()));
        return trees;
    }

    private static <T> List<T> missing(T[] all, Set<T> supported) {
        return Arrays.stream(all).filter(value -> !supported.contains(value)).toList();
    }
}
