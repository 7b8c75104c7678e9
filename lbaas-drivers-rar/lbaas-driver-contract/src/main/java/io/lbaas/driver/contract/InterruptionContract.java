package io.lbaas.driver.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lbaas.driver.spi.Change;
import io.lbaas.driver.spi.DeviceReadException;
import io.lbaas.driver.spi.FailureKind.Reaction;
import io.lbaas.driver.spi.LoadBalancerDriver;
import io.lbaas.driver.spi.ObservedLoadBalancer;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.model.DesiredLoadBalancer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whenever an agent ends or a device says no: what was good stays, and the next agent goes on. */
public interface InterruptionContract extends DriverUnderTest {

    @Test
    default void change_that_was_broken_off_is_made_by_the_next_agent() throws DeviceReadException {
        TreeBuilder builder = tree();
        DesiredLoadBalancer first = builder.build();
        DesiredLoadBalancer second = builder.connectionLimit(100).build();
        Outcome.Completed before;
        try (LoadBalancerDriver driver = open()) {
            before = completes(driver, apply(first, 1));
        }
        faults().breakOff(apply(second, 2));
        try (LoadBalancerDriver driver = open()) {
            ObservedLoadBalancer found = driver.observe(first.id());
            assertThat(found.generation() == 2 && found.intact())
                    .as("%s: what is not in force is not told as if it were", found)
                    .isFalse();
            Outcome.Completed completed = completes(driver, apply(second, 2));
            assertThat(completed.digest()).isNotEqualTo(before.digest());
            assertThat(driver.observe(first.id()))
                    .isEqualTo(new ObservedLoadBalancer(true, 2, completed.digest(), true));
        }
    }

    @Test
    default void removal_that_was_broken_off_is_made_by_the_next_agent() throws DeviceReadException {
        DesiredLoadBalancer desired = tree().build();
        try (LoadBalancerDriver driver = open()) {
            completes(driver, apply(desired, 1));
        }
        faults().breakOff(remove(desired.id(), 2));
        try (LoadBalancerDriver driver = open()) {
            completes(driver, remove(desired.id(), 2));
            assertThat(driver.observe(desired.id())).isEqualTo(new ObservedLoadBalancer(false, 2, "", true));
        }
    }

    @Test
    default void change_that_pends_is_polled_by_the_next_agent() throws DeviceReadException {
        DesiredLoadBalancer desired = tree().build();
        Outcome outcome;
        try (LoadBalancerDriver driver = open()) {
            outcome = driver.apply(List.of(apply(desired, 1))).get(0);
        }
        assumeTrue(outcome instanceof Outcome.Pending, "This driver answers at once");
        try (LoadBalancerDriver driver = open()) {
            assertThat(finish(driver, outcome))
                    .isInstanceOfSatisfying(Outcome.Completed.class, completed -> assertThat(completed.generation())
                            .isEqualTo(1));
            assertThat(driver.observe(desired.id()).generation()).isEqualTo(1);
        }
    }

    @Test
    default void refusal_leaves_clients_served() {
        TreeBuilder builder = tree();
        DesiredLoadBalancer served = builder.build();
        Optional<DesiredLoadBalancer> refused = refused(served.id());
        assumeTrue(refused.isPresent(), "No state is known that the device refuses");
        try (LoadBalancerDriver driver = open()) {
            completes(driver, apply(served, 1));
            assertThat(faults().serves(served)).isTrue();
            Change change = apply(refused.get(), 2);
            assertThat(fails(driver, change).kind().reaction()).isEqualTo(Reaction.GIVE_UP);
            assertThat(faults().serves(served)).isTrue();
        }
    }
}
