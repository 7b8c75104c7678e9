package io.lbaas.driver.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.spi.DeviceReadException;
import io.lbaas.driver.spi.Inventory;
import io.lbaas.driver.spi.LoadBalancerDriver;
import io.lbaas.driver.spi.ObservedLoadBalancer;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.model.DesiredLoadBalancer;
import org.junit.jupiter.api.Test;

/** What was changed or taken away behind the driver's back is seen, and made good by the same change. */
public interface DriftContract extends DriverUnderTest {

    @Test
    default void what_was_altered_is_seen_and_repaired_by_the_same_generation() throws DeviceReadException {
        DesiredLoadBalancer desired = tree().build();
        Outcome.Completed completed;
        try (LoadBalancerDriver driver = open()) {
            completed = completes(driver, apply(desired, 2));
        }
        faults().alter(desired.id());
        try (LoadBalancerDriver driver = open()) {
            assertThat(driver.observe(desired.id()).intact()).isFalse();
            completes(driver, apply(desired, 2));
            assertThat(driver.observe(desired.id()))
                    .isEqualTo(new ObservedLoadBalancer(true, 2, completed.digest(), true));
        }
    }

    @Test
    default void what_was_altered_is_repaired_by_a_newer_generation() throws DeviceReadException {
        TreeBuilder builder = tree();
        DesiredLoadBalancer desired = builder.build();
        try (LoadBalancerDriver driver = open()) {
            completes(driver, apply(desired, 2));
        }
        faults().alter(desired.id());
        try (LoadBalancerDriver driver = open()) {
            Outcome.Completed completed =
                    completes(driver, apply(builder.connectionLimit(100).build(), 3));
            assertThat(driver.observe(desired.id()))
                    .isEqualTo(new ObservedLoadBalancer(true, 3, completed.digest(), true));
        }
    }

    @Test
    default void what_was_altered_can_be_removed() throws DeviceReadException {
        DesiredLoadBalancer desired = tree().build();
        try (LoadBalancerDriver driver = open()) {
            completes(driver, apply(desired, 2));
        }
        faults().alter(desired.id());
        try (LoadBalancerDriver driver = open()) {
            completes(driver, remove(desired.id(), 3));
            assertThat(driver.observe(desired.id()).present()).isFalse();
        }
    }

    @Test
    default void what_was_lost_is_missed_and_comes_back_by_the_same_generation() throws DeviceReadException {
        DesiredLoadBalancer lost = tree().build();
        DesiredLoadBalancer other = tree().build();
        Outcome.Completed completed;
        Outcome.Completed untouched;
        try (LoadBalancerDriver driver = open()) {
            completed = completes(driver, apply(lost, 2));
            untouched = completes(driver, apply(other, 7));
        }
        faults().lose(lost.id());
        try (LoadBalancerDriver driver = open()) {
            assertThat(driver.observe(lost.id()).present()).isFalse();
            assertThat(driver.list().entries())
                    .containsExactly(new Inventory.Entry(other.id(), 7, untouched.digest(), false));
            completes(driver, apply(lost, 2));
            assertThat(driver.observe(lost.id()))
                    .isEqualTo(new ObservedLoadBalancer(true, 2, completed.digest(), true));
        }
    }
}
