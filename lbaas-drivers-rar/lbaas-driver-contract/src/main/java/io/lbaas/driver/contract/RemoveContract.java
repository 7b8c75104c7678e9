package io.lbaas.driver.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.spi.DeviceReadException;
import io.lbaas.driver.spi.Inventory;
import io.lbaas.driver.spi.LoadBalancerDriver;
import io.lbaas.driver.spi.ObservedLoadBalancer;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.model.DesiredLoadBalancer;
import java.util.List;
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

    @Test
    default void forgotten_tombstone_is_gone_and_whoever_is_alive_is_not_forgotten() throws DeviceReadException {
        try (LoadBalancerDriver driver = open()) {
            DesiredLoadBalancer kept = tree().build();
            DesiredLoadBalancer removed = tree().build();
            Outcome.Completed completed = completes(driver, apply(kept, 3));
            completes(driver, apply(removed, 5));
            completes(driver, remove(removed.id(), 6));
            driver.forget(List.of(kept.id(), removed.id(), UUID.randomUUID()));
            assertThat(driver.list().entries())
                    .containsExactly(new Inventory.Entry(kept.id(), 3, completed.digest(), false));
            assertThat(driver.observe(removed.id())).isEqualTo(new ObservedLoadBalancer(false, 0, "", true));
            completes(driver, apply(removed, 1));
        }
    }
}
