package io.lbaas.driver.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.spi.DeviceReadException;
import io.lbaas.driver.spi.LoadBalancerDriver;
import io.lbaas.driver.spi.ObservedLoadBalancer;
import io.lbaas.driver.spi.OperationToken;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.model.DesiredLoadBalancer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A change makes the device so, once, and never goes back. */
public interface ApplyContract extends DriverUnderTest {

    @Test
    default void applied_load_balancer_is_observed() throws DeviceReadException {
        try (LoadBalancerDriver driver = open()) {
            DesiredLoadBalancer desired = tree().build();
            Outcome.Completed completed = completes(driver, apply(desired, 3));
            assertThat(completed.digest()).isNotBlank();
            assertThat(driver.observe(desired.id()))
                    .isEqualTo(new ObservedLoadBalancer(true, 3, completed.digest(), true));
        }
    }

    @Test
    default void load_balancer_without_listeners_is_applied() throws DeviceReadException {
        try (LoadBalancerDriver driver = open()) {
            DesiredLoadBalancer full = tree().build();
            completes(driver, apply(full, 1));
            completes(driver, apply(empty(full), 2));
            assertThat(driver.observe(full.id()).present()).isTrue();
        }
    }

    private static DesiredLoadBalancer empty(DesiredLoadBalancer tree) {
        return new DesiredLoadBalancer(tree.id(), tree.vipAddresses(), tree.spec(), List.of(), List.of());
    }

    @Test
    default void same_generation_twice_changes_nothing() throws DeviceReadException {
        try (LoadBalancerDriver driver = open()) {
            DesiredLoadBalancer desired = tree().build();
            Outcome.Completed first = completes(driver, apply(desired, 1));
            Outcome.Completed second = completes(driver, apply(desired, 1));
            assertThat(second.digest()).isEqualTo(first.digest());
            assertThat(driver.list().entries()).hasSize(1);
        }
    }

    @Test
    default void newer_generation_replaces_the_configuration() throws DeviceReadException {
        try (LoadBalancerDriver driver = open()) {
            UUID id = UUID.randomUUID();
            TreeBuilder builder = tree().id(id);
            Outcome.Completed first = completes(driver, apply(builder.build(), 1));
            Outcome.Completed second =
                    completes(driver, apply(builder.connectionLimit(100).build(), 2));
            assertThat(second.digest()).isNotEqualTo(first.digest());
            assertThat(driver.observe(id)).isEqualTo(new ObservedLoadBalancer(true, 2, second.digest(), true));
        }
    }

    @Test
    default void older_generation_is_refused_and_changes_nothing() throws DeviceReadException {
        try (LoadBalancerDriver driver = open()) {
            UUID id = UUID.randomUUID();
            TreeBuilder builder = tree().id(id);
            completes(driver, apply(builder.build(), 5));
            ObservedLoadBalancer before = driver.observe(id);
            refusedAsStale(driver, apply(builder.connectionLimit(100).build(), 4));
            assertThat(driver.observe(id)).isEqualTo(before);
        }
    }

    @Test
    default void unknown_token_is_a_failure() {
        try (LoadBalancerDriver driver = open()) {
            assertThat(driver.poll(new OperationToken("no such token"))).isInstanceOf(Outcome.Failed.class);
        }
    }
}
