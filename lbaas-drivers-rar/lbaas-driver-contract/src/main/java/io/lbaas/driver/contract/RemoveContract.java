package io.lbaas.driver.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.spi.DeviceReadException;
import io.lbaas.driver.spi.Inventory;
import io.lbaas.driver.spi.LoadBalancerDriver;
import io.lbaas.model.DesiredLoadBalancer;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is removed stays removed. */
public interface RemoveContract extends DriverUnderTest {

    @Test
    default void removed_load_balancer_is_gone() throws DeviceReadException {
        try (LoadBalancerDriver driver = open()) {
            DesiredLoadBalancer desired = tree().build();
            completes(driver, apply(desired, 1));
            completes(driver, remove(desired.id(), 2));
            assertThat(driver.observe(desired.id()).present()).isFalse();
            assertThat(driver.observe(desired.id()).generation()).isEqualTo(2);
        }
    }

    @Test
    default void remove_wins_over_apply_of_the_same_generation() throws DeviceReadException {
        try (LoadBalancerDriver driver = open()) {
            DesiredLoadBalancer desired = tree().build();
            completes(driver, apply(desired, 1));
            completes(driver, remove(desired.id(), 1));
            assertThat(driver.observe(desired.id()).present()).isFalse();
        }
    }

    @Test
    default void remove_of_an_absent_one_succeeds_and_leaves_a_tombstone() throws DeviceReadException {
        try (LoadBalancerDriver driver = open()) {
            UUID id = UUID.randomUUID();
            completes(driver, remove(id, 4));
            completes(driver, remove(id, 4));
            assertThat(driver.list().entries()).containsExactly(new Inventory.Entry(id, 4, "", true));
        }
    }

    @Test
    default void late_apply_does_not_raise_the_dead() throws DeviceReadException {
        try (LoadBalancerDriver driver = open()) {
            DesiredLoadBalancer desired = tree().build();
            completes(driver, apply(desired, 1));
            completes(driver, remove(desired.id(), 3));
            refusedAsStale(driver, apply(desired, 2));
            refusedAsStale(driver, apply(desired, 3));
            assertThat(driver.observe(desired.id()).present()).isFalse();
        }
    }

    @Test
    default void late_remove_does_not_harm_a_newer_generation() throws DeviceReadException {
        try (LoadBalancerDriver driver = open()) {
            DesiredLoadBalancer desired = tree().build();
            completes(driver, apply(desired, 2));
            refusedAsStale(driver, remove(desired.id(), 1));
            assertThat(driver.observe(desired.id()).present()).isTrue();
        }
    }
}
