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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Many load balancers in one change: one answer for each, and one's fault is not the others'. */
public interface BatchContract extends DriverUnderTest {

    @Test
    default void each_change_has_its_outcome_in_order() throws DeviceReadException {
        try (LoadBalancerDriver driver = open()) {
            List<Change> changes = new ArrayList<>();
            for (int generation = 1; generation <= 20; generation++) {
                changes.add(
                        generation % 5 == 0
                                ? remove(UUID.randomUUID(), generation)
                                : apply(tree().build(), generation));
            }
            List<Outcome> outcomes = driver.apply(changes);
            assertThat(outcomes).hasSameSizeAs(changes);
            for (int i = 0; i < changes.size(); i++) {
                Change change = changes.get(i);
                assertThat(finish(driver, outcomes.get(i)))
                        .isInstanceOfSatisfying(Outcome.Completed.class, done -> assertThat(done.generation())
                                .isEqualTo(change.generation()));
                assertThat(driver.observe(change.loadBalancerId()).present()).isEqualTo(change instanceof Change.Apply);
            }
        }
    }

    @Test
    default void stale_change_does_not_hold_up_the_others() throws DeviceReadException {
        try (LoadBalancerDriver driver = open()) {
            DesiredLoadBalancer known = tree().build();
            completes(driver, apply(known, 5));
            DesiredLoadBalancer fresh = tree().build();
            List<Outcome> outcomes = driver.apply(List.of(apply(known, 4), apply(fresh, 1)));
            assertThat(finish(driver, outcomes.get(0))).isInstanceOf(Outcome.Failed.class);
            assertThat(finish(driver, outcomes.get(1))).isInstanceOf(Outcome.Completed.class);
            assertThat(driver.observe(known.id()).generation()).isEqualTo(5);
        }
    }

    @Test
    default void refusal_leaves_the_last_good_configuration_and_the_others_can_be_applied() throws DeviceReadException {
        UUID id = UUID.randomUUID();
        Optional<DesiredLoadBalancer> refused = refused(id);
        assumeTrue(refused.isPresent(), "No state is known that the device refuses");
        try (LoadBalancerDriver driver = open()) {
            completes(driver, apply(tree().id(id).build(), 1));
            ObservedLoadBalancer before = driver.observe(id);
            Change one = apply(tree().build(), 1);
            Change two = apply(tree().build(), 1);
            List<Outcome> outcomes = driver.apply(List.of(one, apply(refused.get(), 2), two));
            assertThat(outcomes).hasSize(3);
            assertThat(finish(driver, outcomes.get(1)))
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class,
                            failed -> assertThat(failed.kind().reaction()).isEqualTo(Reaction.GIVE_UP));
            assertThat(driver.observe(id)).isEqualTo(before);
            completes(driver, one);
            completes(driver, two);
            completes(driver, apply(tree().id(id).connectionLimit(100).build(), 3));
        }
    }
}
