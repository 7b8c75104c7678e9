package io.lbaas.driver.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.spi.Capabilities;
import io.lbaas.driver.spi.LoadBalancerDriver;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.L7Action;
import io.lbaas.model.L7RuleSpec;
import io.lbaas.model.L7RuleType;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a driver says that it can do with L7 policies, it does, and it refuses the rest. */
public interface L7Contract extends DriverUnderTest {

    @Test
    default void every_rule_and_action_of_the_capabilities_is_applied() {
        try (LoadBalancerDriver driver = open()) {
            Capabilities.L7 can = driver.info().capabilities().l7();
            TreeBuilder builder = tree();
            for (L7Action action : can.actions()) {
                builder.policy(action, rules(can).toArray(L7RuleSpec[]::new));
            }
            DesiredLoadBalancer desired = builder.build();
            assertThat(driver.validate(desired).problems()).isEmpty();
            completes(driver, apply(desired, 1));
        }
    }

    @Test
    default void policies_and_rules_are_part_of_the_configuration() {
        try (LoadBalancerDriver driver = open()) {
            Capabilities.L7 can = driver.info().capabilities().l7();
            if (can.actions().isEmpty()) {
                return;
            }
            L7Action action = can.actions().iterator().next();
            L7RuleSpec rule = rules(can).findFirst().orElseThrow();
            L7RuleSpec inverted = new L7RuleSpec(
                    rule.type(), rule.compareType(), rule.key(), rule.value(), !rule.invert(), rule.adminStateUp());
            UUID id = UUID.randomUUID();
            // One builder for both, for they share a port.
            TreeBuilder builder = tree().id(id);
            Outcome.Completed without = completes(driver, apply(builder.build(), 1));
            Outcome.Completed with =
                    completes(driver, apply(builder.policy(action, rule).build(), 2));
            Outcome.Completed more =
                    completes(driver, apply(builder.policy(action, inverted).build(), 3));
            assertThat(Stream.of(without, with, more).map(Outcome.Completed::digest))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    default void what_the_capabilities_lack_of_policies_is_refused() {
        try (LoadBalancerDriver driver = open()) {
            Capabilities.L7 can = driver.info().capabilities().l7();
            Arrays.stream(L7Action.values())
                    .filter(action -> !can.actions().contains(action))
                    .forEach(action -> assertThat(
                                    driver.validate(tree().policy(action).build())
                                            .problems())
                            .as("%s", action)
                            .isNotEmpty());
            Stream.of(L7RuleType.values())
                    .flatMap(type -> type.compareTypes().stream().map(compare -> TreeBuilder.rule(type, compare)))
                    .filter(rule -> !can.ruleTypes().contains(rule.type())
                            || !can.compareTypes().contains(rule.compareType()))
                    .forEach(rule -> assertThat(driver.validate(
                                            tree().policy(L7Action.REJECT, rule).build())
                                    .problems())
                            .as("%s", rule)
                            .isNotEmpty());
        }
    }

    /** A rule for each pair of types that goes together. */
    private static Stream<L7RuleSpec> rules(Capabilities.L7 can) {
        return can.ruleTypes().stream().flatMap(type -> can.compareTypes().stream()
                .filter(compare -> type.compareTypes().contains(compare))
                .map(compare -> TreeBuilder.rule(type, compare)));
    }
}
